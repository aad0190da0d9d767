import Council
import Foundation
import Host

/// Writes a meeting's files into a folder of its own, named by its day: `minutes/2026-11-25/`.
///
/// Each file appears whole or not at all, and one that somebody changed by hand stays as it is.
public struct MinutesWriter: Sendable {
    /// What became of one file.
    public enum Outcome: Equatable, Sendable {
        case written
        /// The file had the same text already.
        case unchanged
        /// The file differs from the program's last text, so somebody edited it, and it was left alone. `found` is its
        /// text.
        case handEdited(name: String, found: String)
        case failed(MinutesError)
    }

    private let folder: String
    private let followsLink: Bool

    /// - Parameters:
    ///   - folder: The folder of all minutes, such as `minutes`. It is made if it does not exist.
    ///   - followsLink: Whether that folder may be a link.
    public init(folder: String, followsLink: Bool = true) {
        self.folder = folder
        self.followsLink = followsLink
    }

    /// Writes files of one meeting.
    ///
    /// - Parameters:
    ///   - texts: The new text of each file.
    ///   - known: The texts that the program wrote into each file, or was about to write. A file with any other text was
    ///     edited by hand, and so was an unknown file.
    ///   - overwriting: Files to write even if they were edited, because somebody has agreed.
    /// - Returns: What became of each file. If one fails, the others are still written.
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
            var files: [File] = []
            for (name, text) in texts {
                do throws(MinutesError) {
                    let (folder, file) = try place(of: name, in: own, &folders)
                    files.append(
                        File(
                            name: name, folder: folder, file: file, text: text, known: known[name] ?? [],
                            mayOverwrite: overwriting.contains(name)))
                } catch {
                    outcomes[name] = .failed(error)
                }
            }
            for (file, outcome) in zip(files, files.mapWhileWaiting(\.outcome)) { outcomes[file.name] = outcome }
            for folder in [own] + folders.values { try folder.sync() }
            return outcomes
        } catch {
            return texts.mapValues { _ in .failed(error) }
        }
    }

    /// The bytes of a file of the meeting; nil if there is none.
    public func read(_ name: Minutes.DocumentName, of day: CalendarDay) throws(MinutesError) -> Data? {
        let (folderName, file) = try Self.parts(of: name)
        guard let home = try OpenFolder(existing: folder, followsLink: followsLink),
            let own = try home.existingFolder(day.description)
        else { return nil }
        guard let folderName else { return try own.read(file) }
        return try own.existingFolder(folderName)?.read(file)
    }

    /// A file that is to be written.
    private struct File {
        let name: Minutes.DocumentName
        let folder: OpenFolder
        let file: String
        let text: String
        let known: [String]
        let mayOverwrite: Bool

        /// Writes it, unless it says the same already or somebody has edited it.
        var outcome: Outcome {
            do throws(MinutesError) {
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
    }

    /// The folder that a file is in, made if it does not exist, and the file's name in it.
    ///
    /// - Parameter folders: The open folders inside the meeting's own, by name.
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
        else { throw MinutesError("\(name): no file of a meeting has such a name") }
        return (parts.count == 2 ? parts[0] : nil, file)
    }
}
