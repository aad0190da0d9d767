import Council
import Foundation
import Ledger
import Minutes

/// The mails of a closed meeting as the record keeps them, ready to be sent.
struct Outbox {
    let mails: [(name: Minutes.DocumentName, mail: OutgoingMail)]
    /// A sentence for each mail that can't go out.
    let complaints: [String]
    /// People who should get a mail and have no address.
    let unreachable: [String]

    /// - Parameters:
    ///   - folder: the folder of all minutes, whose files may have been edited by hand.
    ///   - followsLink: whether that folder may be a link.
    init(
        of journal: Journal, record: any Ledger, templates: Templates, folder: String, followsLink: Bool = true
    ) throws {
        let day = journal.meeting.agenda.date
        let kept = try record.outputs(of: day)
        let writer = MinutesWriter(folder: folder, followsLink: followsLink)
        let documents = try Minutes.documents(of: journal, templates: templates).filter(\.name.isMail)
        var mails: [(name: Minutes.DocumentName, mail: OutgoingMail)] = []
        var complaints: [String] = []
        for document in documents {
            let path = "\(folder)/\(day)/\(document.name)"
            do throws(MinutesError) {
                let text = kept.last { $0.name == document.name.rawValue && $0.revision == document.revision }?.text
                guard let text else {
                    throw MinutesError("\(path) is not written yet: `mlreview console \(day)` writes it")
                }
                if let found = try writer.read(document.name, of: day), !found.elementsEqual(text.utf8) {
                    throw MinutesError(
                        "\(path) differs from the record: `publish keep` takes it as it is, `publish replace` writes it "
                            + "anew (`mlreview console \(day)`)")
                }
                do throws(MinutesError) {
                    mails.append((document.name, try OutgoingMail(text)))
                } catch {
                    throw MinutesError("\(path): \(error.sentence)")
                }
            } catch {
                complaints.append(error.sentence)
            }
        }
        self.mails = mails
        self.complaints = complaints
        unreachable = Minutes.unreachable(in: journal.meeting)
    }
}
