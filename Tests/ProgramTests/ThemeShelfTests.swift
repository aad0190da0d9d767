import Agendas
import Foundation
import Room
import Screen
import Testing

@testable import mlreview

/// The places of themes, and the themes that are shipped.
@Suite struct ThemeShelfTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let shipped: [String] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "themes").path)
        return (names ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
    }()

    @Test func someAreShipped() { #expect(Self.shipped.count >= 4) }

    @Test(arguments: shipped)
    func everyRoleOfAShippedThemeCanBeRead(file: String) throws {
        let theme = try ThemeShelf(folder: Self.root.path).theme(Self.root.appending(path: "themes/\(file)").path)
        for role in Role.allCases {
            for ground in Ground.allCases {
                let face = theme.face(role, on: ground)
                #expect(try #require(face.foreground.contrast(with: face.background)) >= 4.5, "\(role) on \(ground)")
                let few = theme.face(of: Style(role, on: ground), at: .indexed)
                let front = try #require(few.foreground.nearest(at: .indexed))
                let back = try #require(few.background.nearest(at: .indexed))
                #expect(try #require(front.contrast(with: back)) >= 4.5, "\(role) on \(ground) of 256")
            }
        }
        for depth in ColorDepth.allCases {
            func look(_ role: Role, _ ground: Ground) -> [Int?] {
                let face = theme.face(of: Style(role, on: ground), at: depth)
                return [face.background.nearestIndex(at: depth), Int(face.traits.rawValue)]
            }
            #expect(look(.text, .page) != look(.text, .selected), "at \(depth)")
            func color(_ role: Role) -> Int? {
                theme.face(of: Style(role), at: depth).foreground.nearestIndex(at: depth)
            }
            #expect(depth == .none || color(.yes) != color(.no), "at \(depth)")
        }
    }

    /// A folder with themes, and a person's own themes.
    private func shelf(own: [String], folder: [String]) throws -> (ThemeShelf, URL) {
        let home = URL(filePath: NSTemporaryDirectory()).appending(path: "themes-\(UUID().uuidString)")
        let text = try String(contentsOf: Self.root.appending(path: "themes/nord.yaml"), encoding: .utf8)
        for path in own.map({ "config/mlreview/themes/\($0)" }) + folder.map({ "place/themes/\($0)" }) {
            let file = home.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data((path.contains("bad") ? "palette: 1\n" : text).utf8).write(to: file)
        }
        let place = home.appending(path: "place").path
        let config = home.appending(path: "config").path
        return (ThemeShelf(folder: place) { $0 == "XDG_CONFIG_HOME" ? config : nil }, home)
    }

    @Test func themesComeFromThreePlaces() throws {
        let (shelf, home) = try shelf(own: ["mine.yaml", "dark.yml"], folder: ["mine.yaml", "ours.yaml", "notes.txt"])
        defer { try? FileManager.default.removeItem(at: home) }
        #expect(
            shelf.choices == [
                ThemeChoice(name: "dark", origin: "yours"), ThemeChoice(name: "light", origin: "built in"),
                ThemeChoice(name: "contrast-dark", origin: "built in"),
                ThemeChoice(name: "contrast-light", origin: "built in"),
                ThemeChoice(name: "colorblind", origin: "built in"), ThemeChoice(name: "mine", origin: "yours"),
                ThemeChoice(name: "ours", origin: "themes/"),
            ])
        #expect(try shelf.theme("light") == .light)
        #expect(try shelf.theme("dark") != .dark)
        #expect(try shelf.theme("ours").name == "ours")
        #expect(try shelf.theme(home.appending(path: "place/themes/ours.yaml").path).name == "ours")
    }

    @Test func aWrongNameOrFileSaysWhatIsWrong() throws {
        let (shelf, home) = try shelf(own: [], folder: ["bad.yaml"])
        defer { try? FileManager.default.removeItem(at: home) }
        #expect(throws: Faults.self) { try shelf.theme("bad") }
        let complaint = #expect(throws: Complaint.self) { try shelf.theme("drak") }
        #expect(complaint?.description == "there is no theme drak: did you mean dark?")
        #expect(throws: Faults.self) { try shelf.theme("/nowhere/at-all.yaml") }
    }
}
