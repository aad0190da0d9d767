/// The program's number, and the commit that it was built from.
enum Version {
    static let number = "1.0"

    /// `git archive` writes the commit here, as .gitattributes asks; a checkout has the placeholder.
    private static let archived = "$Format:%H$"

    /// `1.0 (commit 24ced3038a1b)`, or `1.0 (built from source)`: what a checkout holds may be no commit at all.
    static let description = text(archived: archived)

    static func text(archived: String) -> String {
        archived.hasPrefix("$") ? "\(number) (built from source)" : "\(number) (commit \(archived.prefix(12)))"
    }
}
