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
        var wanted = documents.map { (name: $0.name, revision: $0.revision) }
        // Whether there is one follows from earlier meetings, which nobody has to read again to send it.
        let register = kept.last {
            $0.name == Minutes.DocumentName.register.rawValue && $0.revision <= journal.meeting.revision
        }
        if let register { wanted.append((.register, register.revision)) }
        var mails: [(name: Minutes.DocumentName, mail: OutgoingMail)] = []
        var complaints: [String] = []
        for (name, revision) in wanted {
            let path = "\(folder)/\(day)/\(name)"
            do throws(MinutesError) {
                let text = kept.last { $0.name == name.rawValue && $0.revision == revision }?.text
                guard let text else {
                    throw MinutesError("\(path) is not written yet: `mlreview console \(day)` writes it")
                }
                if let found = try writer.read(name, of: day), !found.elementsEqual(text.utf8) {
                    throw MinutesError(
                        "\(path) differs from the record: `publish keep` takes it as it is, `publish replace` rewrites "
                            + "it (`mlreview console \(day)`)")
                }
                do throws(MinutesError) {
                    mails.append((name, try OutgoingMail(text)))
                } catch {
                    throw MinutesError("\(path): \(error.sentence)")
                }
            } catch {
                complaints.append(error.sentence)
            }
        }
        self.mails = mails
        self.complaints = complaints
        unreachable = Minutes.unreachable(in: journal)
    }
}
