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
            let kept = opened.outboxLines
            opened.leave()
            farewell = Farewell(lines: ["The \(opened.otherEnd) has ended this: \(goodbye)."] + kept, code: 1)
            return
        }
        for declined in news.declined { receive(.answered(Declined(declined.submission, declined.why))) }
        if let terminals = news.terminals { receive(.terminals(lines(on: terminals))) }
        if let lostAt = news.lostAt {
            // A vote that was not answered is not asked for again.
            let waits = unanswered.count { !$0.request.isVote } + news.kept
            receive(.recordingFailed(sentence(onLossSince: lostAt, news.whyLost), pending: waits))
        } else if opened.joined != nil {
            if case .failing = model.recording {
                receive(.told("the \(opened.otherEnd) is back"))
                opened.recorder?.retryNow()
            }
            let waits = news.journal.meeting.phase == .closed ? 0 : news.kept
            receive(.waiting(unanswered.count + waits))
        }
        takeIn(news)
        tellOfOutbox(news)
    }

    private var unanswered: [Submission] { opened.recorder?.pendingSubmissions ?? [] }

    /// `the host can't be reached since 10:41; Lena Ortiz or Priya Raman may go on`.
    private func sentence(onLossSince moment: Date, _ why: String?) -> String {
        let meeting = model.meeting
        let clock = LocalTime(zone: meeting.roster.timeZone)
        let since = "the \(opened.otherEnd) can't be reached since \(clock.time(moment))\(why.map { " (\($0))" } ?? "")"
        if case .record? = opened.joined?.way { return "\(since); notes and actions wait here" }
        guard meeting.phase != .closed, case .joined(let me?) = opened.part else { return since }
        if meeting.mayHost(me), let home = opened.homeOfRecord, RecordPlace.foreignOwner(of: home) == nil {
            return "\(since); you may go on: `:host`"
        }
        let others = meeting.hosts.filter { $0 != me }.map(meeting.roster.name)
        let who = listed((meeting.mayHost(me) ? ["you"] : []) + others, "or")
        return "\(since); \(who) may go on: `mlreview host`"
    }

    /// A meeting that was closed meanwhile takes nothing down: what waits stays where it is.
    private func tellOfOutbox(_ news: LiveNews) {
        guard news.journal.meeting.phase == .closed, news.lostAt == nil, news.kept > 0 else {
            knowsOutbox = false
            return
        }
        guard !knowsOutbox else { return }
        knowsOutbox = true
        receive(
            .failed(
                "the meeting is closed: \(Opened.waiting(news.kept)) in your outbox, and would be recorded after `reopen "
                    + "because TEXT`; `mlreview outbox` shows it"))
    }

    // MARK: Hosting

    static let isNoTerminal = "this terminal has joined nobody's meeting: `mlreview host` opens one to others"

    /// Goes on with a meeting whose host is gone.
    func host() {
        do {
            farewell = Farewell(lines: [], hosted: try opened.hosted(typed: model.drafts))
        } catch {
            receive(.failed(Complaint(error).description))
        }
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
            case .kept:
                receive(.answered(nil))
                if opened.joined?.isReachable == false { receive(.told(Self.isKept)) }
            case .recovered: receiveRecovery()
            default: break
            }
        }
    }

    private func takeIn(_ news: LiveNews) {
        let next = model.journal.nextNumber
        if opened.joined != nil || pendingActs == 0 {
            if let from = news.changedFrom, from < next || model.journal.entries.isEmpty {
                receive(.replaced(news.journal))
            } else if news.journal.nextNumber > next {
                receive(.followed(news.journal.entries.filter { $0.number >= next }))
            }
        }
        // Otherwise the answer to what is on its way brings the others' acts with it.
    }

    // MARK: Who is here

    static let isKept = "kept here, and recorded when the connection is back"
    static let aloneSentence = "this terminal is alone: `mlreview host` opens a meeting to others"

    func listTerminals() {
        if let joined = opened.joined {
            joined.askWho()
        } else if let host = opened.host {
            receive(.terminals(lines(on: host.present) + invitation))
        } else if let served = opened.record as? any ServedLedger {
            do throws(LedgerError) {
                receive(
                    .terminals(lines(on: try served.terminals(at: opened.date).map(JoinedTerminal.init)) + invitation))
            } catch {
                receive(.failed(error.sentence))
            }
        } else {
            receive(.told(Self.aloneSentence))
        }
    }

    /// How those who are not in the list come into it.
    private var invitation: [String] { opened.invitation.map { [$0] } ?? [] }

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
        let what =
            isHost
            ? [heard == nil ? "runs the meeting" : "host"] + roles
            : isPresenter ? ["shared screen"] : roles == ["guest"] ? [] : roles
        let role = what.isEmpty ? "" : " (\(what.joined(separator: ", ")))"
        let last = heard.map { "last heard of \(clock.time($0))" } ?? "connected"
        return "\(name)\(role), \(place), since \(clock.time(since)), \(last)"
    }
}

extension Request {
    var isNote: Bool { if case .note = self { true } else { false } }
}
