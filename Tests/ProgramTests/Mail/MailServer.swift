import Foundation
import Testing

/// A mail server on loopback (aiosmtpd), and a sendmail program that delivers to it (msmtp).
final class MailServer {
    /// A mail as the server took it.
    struct Taken: Decodable {
        let sender: String
        let recipients: [String]
        let text: String

        func header(_ name: String) -> String? {
            let lines = text.split(separator: "\r\n\r\n", maxSplits: 1)[0].split(separator: "\r\n")
            return lines.first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
                .map { String($0.dropFirst(name.count + 1)).trimmingCharacters(in: .whitespaces) }
        }
    }

    /// The program's path.
    let sendmail: String
    private let folder: URL
    private let process = Process()
    private let (input, output) = (Pipe(), Pipe())

    /// - Parameter options: those of `mail_server.py`.
    init(_ options: [String] = []) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        sendmail = folder.appending(path: "sendmail").path
        // Debian's own Python has the libraries that `.ci/setup` installs.
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [Self.path("mail_server.py")] + options
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let port = try #require(try Self.line(of: output.fileHandleForReading), "the mail server did not start")
        let settings = folder.appending(path: "msmtprc")
        try Data("account default\nhost 127.0.0.1\nport \(port)\n".utf8).write(to: settings)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: settings.path)
        try Self.link("deliver.sh", at: sendmail)
    }

    private static func path(_ script: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: script).path
    }

    /// Puts a link to a script where a program is wanted. A script that was written just now could not be run while
    /// another thread starts a process, which has the file open for writing for a moment.
    static func link(_ script: String, at place: String) throws {
        try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: path(script))
    }

    deinit {
        if process.isRunning { process.terminate() }
        try? FileManager.default.removeItem(at: folder)
    }

    /// Ends the server, and returns the mails that it took.
    func stop() throws -> [Taken] {
        try input.fileHandleForWriting.close()
        let lines = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return try lines.split(separator: "\n").map { try JSONDecoder().decode(Taken.self, from: Data($0.utf8)) }
    }

    private static func line(of handle: FileHandle) throws -> String? {
        var bytes = Data()
        while let byte = try handle.read(upToCount: 1), byte != Data("\n".utf8) { bytes += byte }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}
