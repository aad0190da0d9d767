import Council
import Foundation
import Minutes
import Record

/// Writes minutes and mail of a closed meeting, and keeps what was written.
struct Publisher {
    let record: MeetingRecord
    /// The folder that holds `agendas/` and `minutes/`.
    let folder: String

    /// Sentences that say what became of each file, in the order of the formats.
    struct Report: Equatable, Sendable {
        var written: [String] = []
        var complaints: [String] = []
    }

    /// - Parameter journal: of a closed meeting, with every act on the disk.
    func publish(_ journal: Journal) -> Report {
        var report = Report()
        let day = journal.meeting.agenda.date
        do {
            let documents = try Minutes.documents(of: journal)
            let texts = Dictionary(documents.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
            let previous = try lastWritten(of: day)
            let home = (folder as NSString).appendingPathComponent("minutes")
            let outcomes = MinutesWriter(folder: home).write(texts, of: day, previous: previous)
            for name in texts.keys.sorted() {
                let path = (home as NSString).appendingPathComponent("\(day)/\(name)")
                switch outcomes[name] {
                case .written?, .unchanged?: report.written.append(path)
                case .handEdited?:
                    report.complaints.append(
                        "\(path) was edited by hand and is left as it is: move it away, then `publish`")
                case .failed(let error)?: report.complaints.append(error.sentence)
                case nil: break
                }
            }
            let kept = texts.filter { name, _ in
                switch outcomes[name] {
                case .written?, .unchanged?: true
                default: false
                }
            }
            try record.saveOutputs(
                kept.map { Output(revision: journal.meeting.revision, name: $0.key.rawValue, text: $0.value) }, of: day)
        } catch {
            report.complaints.append(Complaint(error).description)
        }
        return report
    }

    /// What the program last wrote into each file.
    private func lastWritten(of day: CalendarDay) throws(RecordError) -> [Minutes.DocumentName: String] {
        var last: [Minutes.DocumentName: String] = [:]
        for output in try record.outputs(of: day) { last[Minutes.DocumentName(rawValue: output.name)] = output.text }
        return last
    }
}
