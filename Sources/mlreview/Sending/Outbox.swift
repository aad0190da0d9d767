import Council
import Foundation
import Minutes
import Record

/// The mails of a closed meeting as they are kept, ready to be sent.
struct Outbox {
    let mails: [(name: Minutes.DocumentName, mail: OutgoingMail)]
    /// Why some mail can't go out, a sentence each.
    let complaints: [String]
    /// People who are to get a mail and have no address.
    let unreachable: [String]

    /// - Parameter folder: the folder of all minutes, whose files may have been edited by hand.
    init(of journal: Journal, record: MeetingRecord, templates: Templates, folder: String) throws {
        let day = journal.meeting.agenda.date
        var kept: [Minutes.DocumentName: String] = [:]
        // Later revisions come later.
        for output in try record.outputs(of: day) { kept[Minutes.DocumentName(rawValue: output.name)] = output.text }
        let documents = try Minutes.documents(of: journal, templates: templates).filter(\.name.isMail)
        var mails: [(name: Minutes.DocumentName, mail: OutgoingMail)] = []
        var complaints: [String] = []
        for document in documents {
            let path = "\(folder)/\(day)/\(document.name)"
            let text = kept[document.name] ?? document.text
            if let found = FileManager.default.contents(atPath: path), !found.elementsEqual(text.utf8) {
                complaints.append(
                    "\(path) differs from the record: `publish keep` takes it as it is, `publish replace` writes it anew "
                        + "(`mlreview console \(day)`)")
                continue
            }
            do throws(MinutesError) {
                mails.append((document.name, try OutgoingMail(text)))
            } catch {
                complaints.append("\(path): \(error.sentence)")
            }
        }
        self.mails = mails
        self.complaints = complaints
        unreachable = Minutes.unreachable(in: journal.meeting)
    }
}
