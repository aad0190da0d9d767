import Council
import Foundation
import Host
import Live
import Room

/// A meeting that is held line by line, together with other terminals.
extension ConsoleSession {
    /// Prints what others have recorded since the last line.
    func hearOthers() {
        guard let live = opened.live else { return }
        let news = live.takeNews()
        if let goodbye = news.goodbye {
            refuse(Refusal("the host has ended this: \(goodbye)"))
            end()
            return
        }
        if let lostAt = news.lostAt, !knowsOfLoss {
            say(["the host can't be reached since \(LocalTime(zone: journal.meeting.roster.timeZone).time(lostAt))"])
        }
        knowsOfLoss = news.lostAt != nil
        for declined in news.declined {
            let words = Written(declined.submission.request)?.text ?? ""
            refuse(Refusal("not recorded: \(declined.why): \(words)"))
        }
        let known = journal.nextNumber
        take(news.journal)
        for entry in journal.entries.drop(while: { $0.number < known }) {
            let who = entry.author.map(journal.meeting.roster.name(of:)) ?? "another terminal"
            let told = narrator.tell(entry.act, in: journal, isLast: !entry.act.isAboutUndo)
            say(told.prefix(1).map { $0.hasPrefix(who) ? $0 : "\(who): \($0)" } + told.dropFirst())
            if case .closed = entry.act, opened.host != nil { publish() }
        }
    }

    func listTerminals() {
        if let joined = opened.joined {
            joined.askWho()
            let deadline = ContinuousClock.now + .seconds(5)
            while ContinuousClock.now < deadline {
                if let terminals = joined.takeNews().terminals {
                    return say(terminals.map { $0.line(in: journal.meeting) })
                }
                _ = waitUntilReadable(joined.newsDescriptor, milliseconds: 200)
            }
            refuse(Refusal("the host does not answer: `who` again"))
        } else if let host = opened.host {
            say(host.present.map { $0.line(in: journal.meeting) })
        } else {
            say([RoomProgram.aloneSentence])
        }
    }
}
