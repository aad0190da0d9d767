import Council
import Foundation

/// Writes a meeting's files into a folder of its own, named by its day: `minutes/2026-11-25/`.
///
/// Each file appears whole or not at all, and one that somebody changed by hand stays as it is.
public struct MinutesWriter: Sendable {
    /// What became of one file.
    public enum Outcome: Equatable, Sendable {
        case written
        /// It said the same already.
        case unchanged
        /// It differs from what the program last wrote, so somebody edited it; it was left alone. `found` is its text.
        case handEdited(name: String, found: String)
        case failed(MinutesError)
    }

    private let folder: String

    /// - Parameter folder: the folder of all minutes, such as `minutes`; it is made where it does not exist.
    public init(folder: String) { self.folder = folder }

    /// Writes files of one meeting.
    ///
    /// - Parameters:
    ///   - texts: what each file is to say.
    ///   - previous: what the program last wrote into each file. A file that is there and says something else was edited
    ///     by hand. So was one of which the caller knows nothing.
    ///   - overwriting: files to write though they were edited, since somebody was asked.
    /// - Returns: what became of each file. One that fails keeps no other from being written.
    public func write(
        _ texts: [Minutes.DocumentName: String], of day: CalendarDay, previous: [Minutes.DocumentName: String] = [:],
        overwriting: Set<Minutes.DocumentName> = []
    ) -> [Minutes.DocumentName: Outcome] {
        do throws(MinutesError) {
            let home = try OpenFolder(path: folder)
            // The day's own digits are all of the path that comes from the meeting.
            let own = try home.folder(day.description)
            var folders: [String: OpenFolder] = ["": own]
            var outcomes: [Minutes.DocumentName: Outcome] = [:]
            for (name, text) in texts {
                outcomes[name] = outcome(
                    of: name, text: text, in: &folders, previous: previous[name],
                    mayOverwrite: overwriting.contains(name))
            }
            for folder in folders.values { try folder.sync() }
            return outcomes
        } catch {
            return texts.mapValues { _ in .failed(error) }
        }
    }

    private func outcome(
        of name: Minutes.DocumentName, text: String, in folders: inout [String: OpenFolder], previous: String?,
        mayOverwrite: Bool
    ) -> Outcome {
        do throws(MinutesError) {
            let (folder, file) = try place(of: name, in: &folders)
            if let found = try folder.read(file) {
                // Bytes are compared: to Swift, texts that differ in how they compose their letters are equal.
                if found.elementsEqual(text.utf8) { return .unchanged }
                let isOurs = previous.map { found.elementsEqual($0.utf8) } ?? false
                if !isOurs, !mayOverwrite {
                    return .handEdited(name: name.rawValue, found: String(decoding: found, as: UTF8.self))
                }
            }
            try folder.write(Data(text.utf8), to: file)
            return .written
        } catch {
            return .failed(error)
        }
    }

    /// The folder that a file is in, made where it does not exist, and the file's name in it.
    ///
    /// - Parameter folders: those that are open, by name; the meeting's own has none.
    private func place(
        of name: Minutes.DocumentName, in folders: inout [String: OpenFolder]
    ) throws(MinutesError) -> (folder: OpenFolder, file: String) {
        let parts = name.rawValue.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let file = parts.last, parts.count <= 2, !parts.contains(where: { $0.isEmpty || $0.hasPrefix(".") }),
            let own = folders[""]
        else {
            throw MinutesError("\(name): this is no name for a file of a meeting")
        }
        guard parts.count == 2 else { return (own, file) }
        if let open = folders[parts[0]] { return (open, file) }
        let folder = try own.folder(parts[0])
        folders[parts[0]] = folder
        return (folder, file)
    }
}
