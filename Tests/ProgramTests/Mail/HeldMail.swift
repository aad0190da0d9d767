import Foundation

/// A sendmail program that takes a mail and gives no answer until it is told to.
final class HeldMail {
    /// The program's path.
    let sendmail: String
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "held-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        sendmail = folder.appending(path: "sendmail").path
        try MailServer.link("hold.sh", at: sendmail)
        for pipe in ["here", "go"] { mkfifo(folder.appending(path: pipe).path, 0o600) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Returns as soon as the program has a mail.
    func waitUntilHandedOver() throws {
        let pipe = try FileHandle(forReadingFrom: folder.appending(path: "here"))
        _ = try pipe.readToEnd()
    }

    /// Lets it accept the mail, and returns the recipients.
    func letGo() throws -> [String] {
        try FileHandle(forWritingTo: folder.appending(path: "go")).write(contentsOf: Data("go\n".utf8))
        try waitUntilHandedOver()
        let taken = try String(contentsOf: folder.appending(path: "taken"), encoding: .utf8)
        return taken.split(separator: "\n").map(String.init)
    }
}
