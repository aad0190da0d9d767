import Council
import Foundation
import Ledger
import Minutes

/// Which heads of the record the files of a meeting name.
struct PrintedHeads {
    /// By file; nil for one that names none.
    let heads: [(name: Minutes.DocumentName, head: Minutes.PrintedHead?)]
    /// Files that can't be read, and files that say something else than was written, a sentence each.
    let complaints: [String]

    /// - Parameter known: what the files may say; nil if that is not asked.
    init(of day: CalendarDay?, in place: MeetingPlace, known: KnownTexts? = nil) {
        var heads: [(name: Minutes.DocumentName, head: Minutes.PrintedHead?)] = []
        var complaints: [String] = []
        let writer = MinutesWriter(folder: place.minutes, followsLink: place.isOutNamed)
        for name in day.map({ Self.names(of: $0, in: place) }) ?? [] {
            guard let day else { break }
            do throws(MinutesError) {
                guard let data = try writer.read(name, of: day) else { continue }
                if let known, known.all[name] != nil, !known.contains(data, of: name) {
                    complaints.append(
                        "\(name) is not what was written: it was changed on the disk since; `publish` shows what differs"
                    )
                }
                heads.append((name, Minutes.printedHead(in: String(decoding: data, as: UTF8.self), of: name)))
            } catch {
                complaints.append(error.sentence)
            }
        }
        (self.heads, self.complaints) = (heads, complaints)
    }

    private static func names(of day: CalendarDay, in place: MeetingPlace) -> [Minutes.DocumentName] {
        let mails = ["notices", "owners"].flatMap { folder in
            let path = (place.minutes as NSString).appendingPathComponent("\(day)/\(folder)")
            let found = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            return found.filter { $0.hasSuffix(".eml") }.sorted().map { "\(folder)/\($0)" }
        }
        return [.markdown, .html, .mail, .json, .register] + mails.map { .init(rawValue: $0) }
    }

    /// Meetings whose minutes name a head, and of which the record has nothing; a line each. They can't be compared, and
    /// may be as they should: what was held at another machine has its minutes in the same folder.
    static func ofOtherRecords(in place: MeetingPlace, having chains: [MeetingChain]) -> [String] {
        let recorded = Set(chains.compactMap(\.date))
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: place.minutes)) ?? []
        return folders.compactMap { CalendarDay($0) }.sorted().filter { !recorded.contains($0) }.compactMap { day in
            guard let (name, head) = PrintedHeads(of: day, in: place).heads.first(where: { $0.head != nil }), let head
            else { return nil }
            return
                "\(day): \(name) was made of \(counted(head.entry, "entry", plural: "entries")), and this record has none of "
                + "that meeting: it was recorded at another machine, or was taken out"
        }
    }
}
