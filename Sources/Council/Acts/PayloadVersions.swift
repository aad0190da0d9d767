import Foundation

/// How the payload of each kind of act has changed over the years, and how an old one becomes a new one.
///
/// A change that gives an act a field that older records lack adds a step here. `Tests/SQLiteLedgerTests/Records` holds
/// records of all ages, and every version opens all of them.
struct PayloadVersions: Sendable {
    /// Lifts a payload's JSON object by one version.
    typealias Step = @Sendable (_ payload: inout [String: Any]) throws -> Void

    /// By kind; the first step leads from version 1 to 2.
    private let steps: [String: [Step]]

    init(_ steps: [String: [Step]] = [:]) { self.steps = steps }

    /// No payload has changed yet.
    static let all = PayloadVersions()

    func current(of kind: String) -> Int { (steps[kind]?.count ?? 0) + 1 }

    func lift(_ payload: Data, of kind: String, from version: Int) throws -> Data {
        var object = try JSONSerialization.jsonObject(with: payload) as? [String: Any] ?? [:]
        for step in (steps[kind] ?? []).dropFirst(version - 1) { try step(&object) }
        return try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
    }
}
