import ArgumentParser
import Foundation
import Minutes

/// Draws the README's picture anew. A developer runs it after a change of the screen.
struct Picture: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "picture",
        abstract: "Draws the picture of the README from the sample agenda.", shouldDisplay: false)

    @OptionGroup var folder: FolderOption

    func run() throws {
        try complaining {
            let path = (folder.folder as NSString).appendingPathComponent(ScreenPicture.path)
            let home = try OpenFolder(path: folder.folder)
            let parts = ScreenPicture.path.split(separator: "/").map(String.init)
            let place = try parts.dropLast().reduce(home) { try $0.folder($1) }
            // A link in the picture's place is replaced, not followed.
            try place.write(Data(ScreenPicture.svg(of: folder.folder).utf8), to: parts[parts.count - 1])
            try place.sync()
            try CheckedOutput.standard.printLine(path)
        }
    }
}
