import Council
import Foundation
import Host
import Testing

@testable import mlreview

/// Lines for authorized_keys: one key starts one program for one person, whatever the folder is called.
@Suite struct KeysTests {
    @Test(arguments: [
        "/srv/council", "/srv/ML council", "/srv/it's", "/srv/a\"b", "/srv/$HOME `id` $(id); id #", "/srv/back\\slash",
        "/srv/both\\\"and'", "/srv/Zürich",
    ])
    func theShellGetsTheFolderWhole(folder: String) throws {
        let line = try KeyOptions.line(program: "/bin/echo", folder: folder, handle: Handle("bo"))
        #expect(line.hasPrefix("restrict,command=\"") && line.hasSuffix("\""))
        let ran = Program("/bin/sh", ["-c", Self.read(line)]).run()
        #expect(ran.output == "relay --dir \(folder) --as bo\n")
    }

    @Test func aNameThatBreaksTheLineIsRefused() {
        #expect(throws: Complaint.self) {
            try KeyOptions.line(program: "mlreview", folder: "/srv/a\nssh-ed25519 AAAA", handle: Handle("bo"))
        }
    }

    /// The command as sshd reads it: up to the first quote without a backslash before it.
    private static func read(_ line: String) -> String {
        var (text, rest) = ("", Array(line.dropFirst("restrict,command=\"".count))[...])
        while let character = rest.popFirst(), character != "\"" {
            if character == "\\", rest.first == "\"" {
                rest.removeFirst(); text.append("\"")
            } else {
                text.append(character)
            }
        }
        return text
    }

    private static let key =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f bo@laptop"

    @Test func aKeyIsReadAsSshKeygenWritesIt() throws {
        #expect(try PublicKey.all(in: Self.key + "\n").map(\.line) == [Self.key])
        #expect(try PublicKey.all(in: "# two\n\(Self.key)\n\n\(Self.key) again\n").count == 2)
    }

    @Test(arguments: [
        "", "ssh-ed25519", "ssh-ed25519 no-base64!", "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8Q",
        "command=\"id\" \(key)", "-----BEGIN OPENSSH PRIVATE KEY-----", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5",
    ])
    func anythingElseIsRefused(text: String) {
        let error = #expect(throws: Complaint.self) { try PublicKey.all(in: text) }
        #expect(error?.description.contains(":") == true)
    }

    @Test func everybodyHasALineAndNobodyElse() throws {
        let folder = try MeetingFolder()
        let all = Program(Tmux.program, ["keys", "--dir", folder.path]).run()
        #expect(all.ending.isSuccess)
        #expect(all.output.contains("--as bo\"") && all.output.contains("--as priya\""))
        let one = Program(Tmux.program, ["keys", "--dir", folder.path, "bo"]).run(input: Self.key)
        #expect(one.output == "restrict,command=\"\(Tmux.program) relay --dir \(folder.path) --as bo\" \(Self.key)\n")
        let nobody = Program(Tmux.program, ["keys", "--dir", folder.path, "nobody"]).run(input: Self.key)
        #expect(nobody.output.hasPrefix("mlreview: nobody in agendas/council.yaml is `nobody`: name one of "))
        #expect(nobody.ending == .exited(1))
    }
}
