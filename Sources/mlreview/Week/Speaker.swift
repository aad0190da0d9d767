import Council
import Foundation
import Host

/// Who says something between two meetings.
enum Speaker {
    /// The variable that names a person once for all commands.
    static let variable = "MLREVIEW_HANDLE"

    /// The handle of the person: the one that is named, else the one in the environment, else that of git's mail address.
    ///
    /// - Parameters:
    ///   - name: What was typed after `--as`, a handle or a name; nil if nothing was.
    ///   - folder: Where git is asked.
    static func handle(
        as name: String?, on roster: Roster, in folder: String,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> Handle {
        if let name { return try handle(name, from: "--as", on: roster) }
        if let name = environment[variable], !name.isEmpty { return try handle(name, from: "$\(variable)", on: roster) }
        let address = address(in: folder)
        let person = roster.everybody.first { $0.email?.lowercased() == address?.lowercased() && address != nil }
        if let person { return person.handle }
        let why = address.map { "git's user.email, \($0), is nobody's in council.yaml" } ?? "git has no user.email here"
        throw Complaint("who says it? \(why): name yourself with --as HANDLE, or set \(variable)")
    }

    /// - Parameter source: What names the person, such as `--as`.
    static func handle(_ name: String, from source: String, on roster: Roster) throws -> Handle {
        let typed = name.hasPrefix("@") ? String(name.dropFirst()) : name
        let handle = roster.spelling(of: Handle(typed))
        if roster.person(handle) != nil { return handle }
        let query = PersonQuery(name)
        let named = roster.everybody.filter { query.matches(HeldPerson(name: $0.name, handle: $0.handle)) }.map(
            \.handle)
        if let only = named.first, named.count == 1 { return only }
        guard named.isEmpty else {
            throw Complaint(
                "`\(typed)`, which \(source) names, may be \(listed(named.map(\.rawValue), "or")): write the handle")
        }
        let meant = suggestion(for: typed, among: roster.everybody.flatMap { [$0.handle.rawValue, $0.name] })
        throw Complaint("nobody in council.yaml is called `\(typed)`, which \(source) names\(meant)")
    }

    /// The mail address by which git knows the person; nil if it knows none.
    static func address(in folder: String) -> String? {
        let result = Program("git", ["-C", folder, "config", "user.email"]).run()
        guard result.ending.isSuccess else { return nil }
        let text = result.output.trimmed
        return text.isEmpty || text.contains(where: \.isWhitespace) ? nil : text
    }
}
