import ArgumentParser
import Foundation

/// Draws the README's picture anew; for those who change the screen.
struct Picture: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "picture",
        abstract: "Draws the picture of the README anew, from the agenda that is its sample.", shouldDisplay: false)

    @OptionGroup var folder: FolderOption

    func run() throws {
        try complaining {
            let path = (folder.folder as NSString).appendingPathComponent(ScreenPicture.path)
            let file = URL(fileURLWithPath: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(ScreenPicture.svg(of: folder.folder).utf8).write(to: file, options: .atomic)
            try CheckedOutput.standard.printLine(path)
        }
    }
}
