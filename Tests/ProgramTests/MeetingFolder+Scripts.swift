import Foundation
import Testing

extension MeetingFolder {
    /// Writes a shell script that can be run, such as an editor or a tmux that does not behave.
    ///
    /// - Returns: its path.
    @discardableResult
    func write(script name: String, _ text: String) throws -> String {
        let file = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("#!/bin/sh\n\(text)\n".utf8).write(to: file)
        try #require(chmod(file.path, 0o755) == 0)
        return file.path
    }
}
