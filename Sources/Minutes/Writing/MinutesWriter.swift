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
    private let followsLink: Bool

    /// - Parameters:
    ///   - folder: the folder of all minutes, such as `minutes`; it is made if it does not exist.
    ///   - followsLink: whether that folder may be a link.
    public init(folder: String, followsLink: Bool = true) {
        self.folder = folder
        self.followsLink = followsLink
    }

    /// Writes files of one meeting.
    ///
    /// - Parameters:
    ///   - texts: what each file is to say.
    ///   - known: what the program wrote into each file, or was about to write. A file that is there and says something
    ///     else was edited by hand. So was one of which the caller knows nothing.
    ///   - overwriting: files to write though they were edited, since somebody was asked.
    /// - Returns: what became of each file. One that fails keeps no other from being written.
    public func write(
        _ texts: [Minutes.DocumentName: String], of day: CalendarDay, known: [Minutes.DocumentName: [String]] = [:],
        overwriting: Set<Minutes.DocumentName> = []
    ) -> [Minutes.DocumentName: Outcome] {
        do throws(MinutesError) {
            let home = try OpenFolder(path: folder, followsLink: followsLink)
            // The day's own digits are all of the path that comes from the meeting.
            let own = try home.folder(day.description)
            var folders: [String: OpenFolder] = [:]
            own.removeLeftovers { file in texts.keys.contains { $0.rawValue == file } }
            var outcomes: [Minutes.DocumentName: Outcome] = [:]
            for (name, text) in texts {
                outcomes[name] = outcome(
                    of: name, text: text, in: own, &folders, known: known[name] ?? [],
                    mayOverwrite: overwriting.contains(name))
            }
            for folder in [own] + folders.values { try folder.sync() }
            return outcomes
        } catch {
            return texts.mapValues { _ in .failed(error) }
        }
    }

    /// What a file of the meeting says; nil if there is none.
    public func read(_ name: Minutes.DocumentName, of day: CalendarDay) throws(MinutesError) -> Data? {
        let (folderName, file) = try Self.parts(of: name)
        guard let home = try OpenFolder(existing: folder, followsLink: followsLink),
            let own = try home.existingFolder(day.description)
        else { return nil }
        guard let folderName else { return try own.read(file) }
        return try own.existingFolder(folderName)?.read(file)
    }

    private func outcome(
        of name: Minutes.DocumentName, text: String, in own: OpenFolder, _ folders: inout [String: OpenFolder],
        known: [String],
        mayOverwrite: Bool
    ) -> Outcome {
        do throws(MinutesError) {
            let (folder, file) = try place(of: name, in: own, &folders)
            if let found = try folder.read(file) {
                // Bytes are compared: to Swift, texts that differ in how they compose their letters are equal.
                if found.elementsEqual(text.utf8) { return .unchanged }
                if !mayOverwrite, !known.contains(where: { found.elementsEqual($0.utf8) }) {
                    return .handEdited(name: name.rawValue, found: String(decoding: found, as: UTF8.self))
                }
            }
            try folder.write(Data(text.utf8), to: file)
            return .written
        } catch {
            return .failed(error)
        }
    }

    /// The folder that a file is in, made if it does not exist, and the file's name in it.
    ///
    /// - Parameter folders: those in the meeting's own that are open, by name.
    private func place(
        of name: Minutes.DocumentName, in own: OpenFolder, _ folders: inout [String: OpenFolder]
    ) throws(MinutesError) -> (folder: OpenFolder, file: String) {
        let (folderName, file) = try Self.parts(of: name)
        guard let folderName else { return (own, file) }
        if let open = folders[folderName] { return (open, file) }
        let folder = try own.folder(folderName)
        let suffix = name.rawValue.split(separator: ".").last.map { ".\($0)" } ?? ""
        folder.removeLeftovers { $0.hasSuffix(suffix) }
        folders[folderName] = folder
        return (folder, file)
    }

    /// The folder within the meeting's own, if the file has one, and the file's name.
    private static func parts(
        of name: Minutes.DocumentName
    ) throws(MinutesError) -> (folder: String?, file: String) {
        let parts = name.rawValue.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let file = parts.last, parts.count <= 2, !parts.contains(where: { $0.isEmpty || $0.hasPrefix(".") })
        else { throw MinutesError("\(name): this is no name for a file of a meeting") }
        return (parts.count == 2 ? parts[0] : nil, file)
    }
}
