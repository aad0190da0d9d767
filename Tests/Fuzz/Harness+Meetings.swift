import Archive
import Council
import Foundation
import TestMeetings

@testable import Archive
@testable import Live
@testable import Minutes
@testable import Room

/// What is typed at a meeting, and what a record and its minutes hold of it.
extension Harness {
    static var meetings: [Harness] {
        [
            Harness(name: "line") { bytes in
                var (journal, now) = (meeting, start)
                for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").prefix(25) {
                    now += 20
                    journal.say(String(line), at: now)
                }
                journal.expectTold(at: now)
            },
            // A line of JSON for each entry, as the host of a meeting sends it, and as a record's columns are.
            Harness(name: "acts") { bytes in
                guard let rows = frame([WireEntry].self, in: bytes) else { return }
                let coder = ActCoder()
                var journal = meeting
                for row in rows.prefix(40) {
                    let entry: Entry
                    do throws(PayloadFault) {
                        entry = try row.entry(coder)
                    } catch {
                        continue
                    }
                    let again = (try? WireEntry(entry, coder)).flatMap { try? $0.entry(coder) }
                    expect(again?.act == entry.act, "\(entry.act) becomes \(String(describing: again?.act))")
                    journal.append(entry)
                }
                journal.expectTold(at: start)
                _ = Journal(entries: journal.entries)
                _ = Minutes.record(of: journal)
                // One of the formats at a time, so that more inputs are tried.
                _ = try? Minutes.render(journal: journal, format: Minutes.Format.allCases[bytes.count % 4])
            },
            Harness(name: "record") { bytes in
                do throws(JSONReader.Fault) {
                    let read = try RecordReader.read(bytes, of: nil, roster: meeting.meeting.roster).meeting
                    let library = Library(roster: meeting.meeting.roster, drafts: [], history: [read])
                    expectHarmless(read.items.map(\.title).joined(), "a title", lines: true)
                    _ = LibraryReading(library, today: read.date)
                } catch {
                    expectHarmless(error.sentence, "a fault")
                    let (line, column) = JSONReader(bytes).position(of: error.place)
                    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                    expect((1...lines.count).contains(line), "a fault on line \(line) of \(lines.count)")
                    expect((1...lines[line - 1].count + 1).contains(column), "a fault beside line \(line): \(column)")
                }
            },
        ]
    }
}

extension Journal {
    /// Takes a line as the console does, which makes its answers safe when it prints them.
    fileprivate mutating func say(_ line: String, at now: Date) {
        _ = Completion.complete(line, in: meeting)
        _ = TypedNote(line, in: meeting)
        do {
            switch try Command.parse(line, in: meeting) {
            case .ask(let request):
                let submission = Submission(request, id: UUID(), at: now, author: nil)
                for entry in try propose(submission) { append(entry) }
            case .screen(let change):
                _ = try change.lines(Narrator(self, at: now))
            case .effect: break
            }
        } catch {}
    }

    /// The meeting can be told, and replayed.
    func expectTold(at now: Date) {
        _ = Narrator(self, at: now).opening
        guard !entries.isEmpty else { return }
        expect(Journal(entries: entries)?.meeting == meeting, "another meeting when it is replayed")
    }
}
