import Foundation
import Testing

@testable import Agendas

/// Colour schemes: both forms of base16, and their faults.
@Suite struct SchemeFileTests {
    private static let digits = (0..<16).map { String($0, radix: 16, uppercase: true) }
    private static let old =
        "scheme: Sample\nauthor: Somebody\n" + digits.map { "base0\($0): \"\($0)00102\"\n" }.joined()
    private static let new =
        "system: base16\nname: \"Sample\"\nvariant: dark\npalette:\n"
        + digits.map { "  base0\($0): \"#\($0)00102\"\n" }.joined() + "  base10: \"#000000\"\n"

    /// The folder, and the path of the theme in it.
    private func file(_ text: String) throws -> (folder: TemporaryFolder, path: String) {
        let folder = try TemporaryFolder()
        try folder.write("../themes/sample.yaml", text)
        return (folder, folder.url.appending(path: "themes/sample.yaml").path())
    }

    private func faults(_ text: String, roles: [String]? = nil) throws -> [String] {
        let (folder, path) = try file(text)
        return folder.folder.check(paths: [path], roles: roles).map {
            "\($0)".replacing("\(path):", with: "")
        }
    }

    @Test(arguments: [old, new])
    func bothFormsAreRead(text: String) throws {
        let (folder, path) = try file(text)
        let scheme = try withExtendedLifetime(folder) { try Scheme.read(path: path) }
        #expect(scheme.name == "Sample")
        #expect(scheme.colors == (0..<16).map { UInt32($0) << 20 | 0x102 })
        #expect(scheme.contrast == nil)
        #expect(scheme.roles.isEmpty)
    }

    @Test func rolesAndContrastAreItsOwn() throws {
        let (folder, path) = try file(Self.new + "contrast: 7\nroles: { yes: base0D, time-over: base08 }\n")
        let scheme = try withExtendedLifetime(folder) { try Scheme.read(path: path, roles: ["yes", "time-over"]) }
        #expect(scheme.contrast == 7)
        #expect(scheme.roles == ["yes": 13, "time-over": 8])
    }

    @Test func aFaultHasItsPlace() throws {
        #expect(try faults(Self.old) == [])
        #expect(
            try faults(Self.old.replacing("base0B: \"B00102\"", with: "base0B: \"B0010\"")) == [
                "14:9: error: `B0010` is not a colour; write six hexadecimal digits, such as `\"#a1b2c3\"`"
            ])
        #expect(
            try faults(Self.new.replacing("  base0F: \"#F00102\"\n", with: "")) == [
                "5:3: error: `base0F` is missing; write `base0F: \"#a1b2c3\"`"
            ])
        #expect(
            try faults(Self.new.replacing("\"#A00102\"", with: "#A00102")) == [
                "15:3: error: `base0A` has no value; write `base0A: \"#a1b2c3\"`"
            ])
        #expect(try faults("name: nothing\n").first?.hasPrefix("1:1: error: a theme is a base16 scheme") == true)
        #expect(try faults("- 1\n").first?.hasPrefix("1:1: error: a theme must be keys and values") == true)
        #expect(
            try faults(Self.new + "contrast: 3\n") == [
                "22:11: error: `3` can't be the contrast; write a ratio from 4.5 to 21"
            ])
        #expect(
            try faults(Self.new + "roles: { yess: base0D, no: red }\n", roles: ["yes", "no"]) == [
                "22:10: error: there is no role `yess`; did you mean `yes`?",
                "22:28: error: `red` is not a colour of the palette; write one of `base00` to `base0F`",
            ])
        #expect(
            try faults(Self.new + "roles:\n  yes: base0D\n  yes: base0C\n", roles: ["yes", "no"]) == [
                "24:3: error: `yes` is already here on line 23; keep one of the two"
            ])
    }

    @Test func checkingEverythingChecksThemesToo() throws {
        let (folder, path) = try file("name: nothing\n")
        #expect(folder.folder.check().contains { $0.file.hasSuffix("themes/sample.yaml") })
        #expect(folder.folder.check(paths: [(path as NSString).deletingLastPathComponent]).count == 1)
        #expect(folder.folder.check(paths: [folder.url.path()]).contains { $0.file.hasSuffix("themes/sample.yaml") })
    }
}
