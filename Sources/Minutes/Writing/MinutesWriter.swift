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
        _ texts: [Minutes.Format: String], of day: CalendarDay, previous: [Minutes.Format: String] = [:],
        overwriting: Set<Minutes.Format> = []
    ) -> [Minutes.Format: Outcome] {
        do throws(MinutesError) {
            let home = try OpenFolder(path: folder)
            // The day's own digits are all of the path that comes from the meeting.
            let own = try home.folder(day.description)
            return Dictionary(
                uniqueKeysWithValues: texts.map { format, text in
                    (
                        format,
                        outcome(
                            of: format, text: text, in: own, previous: previous[format],
                            mayOverwrite: overwriting.contains(format))
                    )
                })
        } catch {
            return texts.mapValues { _ in .failed(error) }
        }
    }

    private func outcome(
        of format: Minutes.Format, text: String, in folder: OpenFolder, previous: String?, mayOverwrite: Bool
    ) -> Outcome {
        do throws(MinutesError) {
            if let found = try folder.read(format.fileName) {
                // Bytes are compared: to Swift, texts that differ in how they compose their letters are equal.
                if found.elementsEqual(text.utf8) { return .unchanged }
                let isOurs = previous.map { found.elementsEqual($0.utf8) } ?? false
                if !isOurs, !mayOverwrite {
                    return .handEdited(name: format.fileName, found: String(decoding: found, as: UTF8.self))
                }
            }
            try folder.write(Data(text.utf8), to: format.fileName)
            return .written
        } catch {
            return .failed(error)
        }
    }
}
