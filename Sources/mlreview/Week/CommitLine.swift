/// What a person types to commit files. The program never commits.
enum CommitLine {
    /// - Parameters:
    ///   - folder: The folder that the paths are in.
    ///   - paths: Of the files, from that folder on.
    static func text(in folder: String, adding paths: [String], _ message: String) -> String {
        let git = folder == "." ? "git" : "git -C \(quoted(folder))"
        return "\(git) add \(paths.map(quoted).joined(separator: " ")) && \(git) commit -m \(quoted(message))"
    }

    /// A word as a shell takes it.
    static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "-_./".utf8.contains(byte)
            }
        }
        return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }
}
