import Council
import Foundation
import Ledger
import Live
import Room

/// News of the other terminals at a meeting.
extension RoomProgram {
    /// Takes in what others have recorded, and whether the host can be reached.
    func receiveNews() {
        guard let live = opened.live else { return }
        let news = live.takeNews()
        if let goodbye = news.goodbye, farewell == nil {
            opened.leave()
            farewell = Farewell(lines: ["The host has ended this: \(goodbye)."], code: 1)
            return
        }
        if let terminals = news.terminals { receive(.terminals(lines(on: terminals))) }
        if let lostAt = news.lostAt {
            let since = LocalTime(zone: model.meeting.roster.timeZone).time(lostAt)
            receive(.recordingFailed("the host can't be reached since \(since)", pending: pendingActs))
        } else if opened.joined != nil, case .failing = model.recording {
            receive(.told("the host is back"))
            opened.recorder?.retryNow()
        }
        takeIn(news)
    }

    /// Takes in the host's answers. What was recorded, and since when the host is gone, is among the news.
    func receiveAnswers(from recorder: Recorder) {
        for event in recorder.take().events {
            switch event {
            case .recorded: receive(.answered(nil))
            case .declined(let submission, let why, _): receive(.answered(Declined(submission, why)))
            case .refused(let error, let job):
                if let submission = job.submission {
                    receive(.answered(Declined(submission, error.sentence)))
                } else {
                    receive(.failed(error.sentence))
                }
            case .recovered: receiveRecovery()
            default: break
            }
        }
    }

    private func takeIn(_ news: LiveNews) {
        let next = model.journal.nextNumber
        if opened.joined != nil {
            if let from = news.changedFrom, from < next || model.journal.entries.isEmpty {
                receive(.replaced(news.journal))
            } else if news.journal.nextNumber > next {
                receive(.followed(news.journal.entries.filter { $0.number >= next }))
            }
        } else if pendingActs == 0, news.journal.nextNumber > next {
            receive(.followed(news.journal.entries.filter { $0.number >= next }))
        }
        // Otherwise the answer to what is on its way brings the others' acts with it.
    }

    // MARK: Who is here

    static let aloneSentence = "this terminal is alone: `mlreview host` opens a meeting to others"

    func listTerminals() {
        if let joined = opened.joined {
            joined.askWho()
        } else if let host = opened.host {
            receive(.terminals(lines(on: host.present)))
        } else {
            receive(.told(Self.aloneSentence))
        }
    }

    private func lines(on terminals: [JoinedTerminal]) -> [String] {
        terminals.map { $0.line(in: model.meeting) }
    }
}

extension JoinedTerminal {
    /// `Wen Li (member), wen from laptop, since 10:02, heard of 10:41`.
    func line(in meeting: Meeting) -> String {
        let clock = LocalTime(zone: meeting.roster.timeZone)
        let roles = meeting.roles(of: handle).filter { $0 != .practitioner }.map(\.rawValue)
        let name = handle.map(meeting.roster.name(of:)) ?? "a guest"
        let what = isHost ? ["host"] + roles : isPresenter ? ["shared screen"] : roles == ["guest"] ? [] : roles
        let role = what.isEmpty ? "" : " (\(what.joined(separator: ", ")))"
        return "\(name)\(role), \(place), since \(clock.time(since)), last heard of \(clock.time(heard))"
    }
}

extension Request {
    var isNote: Bool { if case .note = self { true } else { false } }
}
