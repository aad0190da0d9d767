import ArgumentParser
import Council
import Foundation
import Screen

struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Prints lines for authorized_keys, which bind a key to a person of council.yaml.",
        discussion: """
            Whoever has such a key joins the meeting as that person, and can do nothing else on the host: \
            `mlreview keys bo bo.pub >> ~/.ssh/authorized_keys`, under the account that hosts. They join with \
            `mlreview join ssh://ACCOUNT@HOST/`. Without a handle, it prints for each person what goes before their key.
            """)

    @OptionGroup var folder: FolderOption
    @Argument(help: "Whose key it is.")
    var handle: String?
    @Argument(help: "Their public key's file; without one, standard input.")
    var file: String?

    func run() throws { try complaining { try printLines() } }

    private func printLines() throws {
        guard let roster = MeetingPlace(folder: folder.folder).agendas.roster() else {
            throw Complaint("agendas/council.yaml can't be read: `mlreview check` says why")
        }
        let people: [Member] = roster.members + roster.practitioners
        var lines: [String] = []
        if let handle {
            guard let person = people.first(where: { $0.handle == Handle(handle) }) else {
                throw Complaint(
                    "nobody in agendas/council.yaml is `\(handle)`: name one of "
                        + listed(people.map(\.handle.rawValue), "or"))
            }
            let start = try options(for: person.handle)
            for key in try PublicKey.all(in: text()) { lines.append("\(start) \(key.line)") }
        } else {
            for person in people {
                lines.append("# \(person.name): put their key behind it")
                lines.append(try options(for: person.handle))
            }
        }
        try CheckedOutput.standard.printLines(lines.map { TextWidth.safe($0) })
    }

    private func text() throws -> String {
        let name = file ?? "standard input"
        let bytes =
            file.map { FileManager.default.contents(atPath: $0) } ?? FileHandle.standardInput.readDataToEndOfFile()
        guard let bytes, let text = String(data: bytes.prefix(1 << 20), encoding: .utf8) else {
            throw Complaint("\(name) can't be read: name the file of a public key, such as ~/.ssh/id_ed25519.pub")
        }
        return text
    }

    /// What goes before a key: the one program that it starts, and nothing else.
    private func options(for handle: Handle) throws(Complaint) -> String {
        try KeyOptions.line(program: Self.program, folder: Self.whole(folder.folder), handle: handle)
    }

    /// This program, by its whole path: who comes in by a key has no `PATH` of their own.
    private static var program: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "mlreview"
    }

    private static func whole(_ folder: String) -> String {
        let path = folder.hasPrefix("/") ? folder : FileManager.default.currentDirectoryPath + "/" + folder
        return (path as NSString).standardizingPath
    }
}

/// The options before a key in authorized_keys.
enum KeyOptions {
    /// `restrict,command="…"`. The command is quoted twice: for the shell that runs it, and for the file.
    static func line(program: String, folder: String, handle: Handle) throws(Complaint) -> String {
        let words = [program, "relay", "--dir", folder, "--as", handle.rawValue]
        for word in words where word.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            throw Complaint(
                "a line of authorized_keys can't hold the name \(word.debugDescription): give it another name")
        }
        let command = words.map(quoted).joined(separator: " ")
        return "restrict,command=\"\(command.replacingOccurrences(of: "\"", with: "\\\""))\""
    }

    /// A word as a shell takes it whole.
    private static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.utf8.allSatisfy { byte in
                byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
                    || byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
                    || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || "/._-".utf8.contains(byte)
            }
        return isPlain ? word : "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
}

/// A key as `ssh-keygen` writes it: its kind, its bytes, and a comment.
struct PublicKey: Equatable {
    let kind: String
    let bytes: Data
    let comment: String

    var line: String { [kind, bytes.base64EncodedString(), comment].filter { !$0.isEmpty }.joined(separator: " ") }

    /// The keys of a file, one a line.
    static func all(in text: String) throws(Complaint) -> [PublicKey] {
        guard !text.contains("PRIVATE KEY") else {
            throw Complaint("that is a private key, which nobody else may see: give the file that ends in .pub")
        }
        var keys: [PublicKey] = []
        for line in text.split(whereSeparator: \.isNewline) where !line.trimmed.isEmpty && !line.trimmed.hasPrefix("#")
        {
            guard let key = PublicKey(line.trimmed) else {
                throw Complaint(
                    "`\(line.prefix(40))…` is no public key: it begins with its kind, such as ssh-ed25519, and has no "
                        + "options before it")
            }
            keys.append(key)
        }
        guard !keys.isEmpty else { throw Complaint("there is no public key: `ssh-keygen -t ed25519` makes one") }
        return keys
    }

    private init?(_ line: String) {
        let words = line.split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count >= 2, Self.kinds.contains(words[0]), let bytes = Data(base64Encoded: words[1]) else {
            return nil
        }
        // The bytes begin with the length of the kind's name, and the name.
        let name = Array(words[0].utf8)
        guard Array(bytes.prefix(4 + name.count)) == [0, 0, 0, UInt8(name.count)] + name, bytes.count > 4 + name.count
        else { return nil }
        kind = words[0]
        self.bytes = bytes
        comment =
            words.count > 2 ? String(words[2].unicodeScalars.filter { $0.properties.generalCategory != .control }) : ""
    }

    private static let kinds = [
        "ssh-ed25519", "sk-ssh-ed25519@openssh.com", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384",
        "ecdsa-sha2-nistp521",
        "sk-ecdsa-sha2-nistp256@openssh.com", "ssh-rsa",
    ]
}
