import ArgumentParser
import Foundation
import Minutes

/// Draws the README's pictures anew. A developer runs it after a change of the screen.
struct Picture: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "picture",
        abstract: "Draws the pictures of the README from the sample.", shouldDisplay: false)

    @OptionGroup var folder: FolderOption

    func run() throws {
        try complaining {
            let home = try OpenFolder(path: folder.folder)
            for picture in ScreenPicture.allCases {
                let parts = picture.path.split(separator: "/").map(String.init)
                let place = try parts.dropLast().reduce(home) { try $0.folder($1) }
                // A link in the picture's place is replaced, not followed.
                try place.write(Data(picture.svg(of: folder.folder).utf8), to: parts[parts.count - 1])
                try place.sync()
                try CheckedOutput.standard.printLine((folder.folder as NSString).appendingPathComponent(picture.path))
            }
        }
    }
}
