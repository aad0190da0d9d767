import Foundation
import Host
import Live
import Testing

@testable import mlreview

/// A member joins through a real `sshd`, with a key that is bound to their handle.
@Suite struct SecureShellTests {
    @Test func aKeyThatIsBoundToAMemberVotesAsThem() throws {
        let folder = try MeetingFolder()
        let council = try folder.text("agendas/council.yaml")
        try council.replacingOccurrences(of: "{ handle: lena, ", with: "{ handle: lena, login: \(Account.name), ")
            .write(toFile: folder.path + "/agendas/council.yaml", atomically: true, encoding: .utf8)
        let server = try ShellServer(in: folder, as: "bo")
        defer { server.stop() }
        let scribe = try Tmux(folder)
        scribe.start("host")
        scribe.see("0 of 9 seats")
        scribe.press("p p p p p Enter")
        scribe.see("1 of 6")
        scribe.press("v")
        let bo = try Tmux(folder, columns: 80, rows: 24)
        // The key decides whose ballot it is, whatever is asked for on the other side.
        bo.enter("\(Tmux.program) join --through 'ssh -F \(server.settings) host mlreview relay --as wen'")
        bo.see("Your vote")
        bo.press("y")
        bo.see("you: yes")
        scribe.see("1 of 4 have voted")
        bo.enter(":who")
        bo.see("Bo Håkansson (member), \(Account.name) from 127.0.0.1")
    }
}

/// `sshd` on a port of its own, with one key that runs the relay for one person.
private final class ShellServer {
    let settings: String
    private let folder: String

    init(in folder: MeetingFolder, as handle: String) throws {
        let place = folder.path + "/ssh"
        self.folder = place
        settings = place + "/client"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        for name in ["host", "key"] {
            let made = Program("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", "\(place)/\(name)"]).run()
            try #require(made.ending.isSuccess, "\(made.output)")
        }
        let line = Program(Tmux.program, ["keys", "--dir", folder.path, handle, place + "/key.pub"]).run()
        try #require(line.ending.isSuccess, "\(line.output)")
        try line.output.write(toFile: place + "/keys", atomically: true, encoding: .utf8)
        if geteuid() == 0 {
            try? FileManager.default.createDirectory(atPath: "/run/sshd", withIntermediateDirectories: true)
        }
        var isUp = false
        for _ in 0..<20 where !isUp {
            let port = Int.random(in: 20_000...60_000)
            try """
            Port \(port)
            ListenAddress 127.0.0.1
            HostKey \(place)/host
            AuthorizedKeysFile \(place)/keys
            PidFile \(place)/pid
            StrictModes no
            UsePAM no
            PasswordAuthentication no
            PermitRootLogin prohibit-password
            """.write(toFile: place + "/server", atomically: true, encoding: .utf8)
            try """
            Host host
              HostName 127.0.0.1
              Port \(port)
              User \(Account.name)
              IdentityFile \(place)/key
              IdentitiesOnly yes
              StrictHostKeyChecking no
              UserKnownHostsFile /dev/null
              LogLevel ERROR
            """.write(toFile: settings, atomically: true, encoding: .utf8)
            isUp = Program("/usr/sbin/sshd", ["-f", place + "/server"]).run().ending.isSuccess
        }
        try #require(isUp, "sshd does not start")
    }

    func stop() {
        guard let text = try? String(contentsOfFile: folder + "/pid", encoding: .utf8),
            let process = pid_t(text.trimmed)
        else { return }
        kill(process, SIGTERM)
    }
}
