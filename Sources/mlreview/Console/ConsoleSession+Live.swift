import Council
import Foundation
import Host
import Ledger
import Live
import Room

/// A meeting that is held line by line, together with other terminals.
extension ConsoleSession {
    /// Prints what others have recorded since they were heard last.
    func hearOthers() {
        guard let news = takeNews() else { return }
        if let goodbye = news.goodbye {
            refuse(Refusal("the \(opened.otherEnd) has ended this: \(goodbye)"))
            end()
            return
        }
        if let lostAt = news.lostAt, !knowsOfLoss {
            let clock = LocalTime(zone: journal.meeting.roster.timeZone)
            let why = news.whyLost.map { " (\($0))" } ?? ""
            say(["the \(opened.otherEnd) can't be reached since \(clock.time(lostAt))\(why)"])
        }
        if news.lostAt == nil, knowsOfLoss { say(["the \(opened.otherEnd) is back"]) }
        knowsOfLoss = news.lostAt != nil
        let known = journal.nextNumber
        take(news.journal)
        for entry in journal.entries.drop(while: { $0.number < known }) {
            let who = entry.author.map(journal.meeting.roster.name(of:)) ?? "another terminal"
            let told = narrator.tell(entry.act, in: journal, isLast: !entry.act.isAboutUndo)
            say(told.prefix(1).map { $0.hasPrefix(who) ? $0 : "\(who): \($0)" } + told.dropFirst())
            if case .closed = entry.act, opened.joined == nil { publish() }
        }
    }

    /// Takes the news, and gives back what waited and was refused.
    func takeNews() -> LiveNews? {
        let news = opened.live?.takeNews()
        for declined in news?.declined ?? [] {
            let words = Written(declined.submission.request)?.text ?? ""
            refuse(Refusal("not recorded: \(declined.why): \(words)"))
        }
        return news
    }

    /// Tells whoever leaves what stays behind.
    func tellOfOutbox() { say(opened.outboxLines) }

    func listTerminals() {
        if let joined = opened.joined {
            joined.askWho()
            let deadline = ContinuousClock.now + .seconds(5)
            while ContinuousClock.now < deadline {
                if let terminals = takeNews()?.terminals {
                    return say(terminals.map { $0.line(in: journal.meeting) })
                }
                _ = waitUntilReadable(joined.newsDescriptor, milliseconds: 200)
            }
            refuse(Refusal("the \(opened.otherEnd) does not answer: `who` again"))
        } else if let host = opened.host {
            say(host.present.map { $0.line(in: journal.meeting) } + invitation)
        } else if let served = opened.record as? any ServedLedger {
            do throws(LedgerError) {
                say(
                    try served.terminals(at: opened.date).map { JoinedTerminal($0).line(in: journal.meeting) }
                        + invitation)
            } catch {
                refuse(Refusal(error.sentence))
            }
        } else {
            say([RoomProgram.aloneSentence])
        }
    }
    private var invitation: [String] { opened.invitation.map { [$0] } ?? [] }
}
