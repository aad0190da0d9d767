import Council
import Foundation
import Host

/// What was written while the host could not be reached, on its way to the host.
extension JoinedMeeting {
    /// Sends what waits, in order, on a thread of its own, as soon as the host is there and the meeting goes on.
    func sendKept() {
        let outbox: LocalOutbox? = state.withLock { state in
            openOutbox(&state)
            guard let outbox = state.outbox, !outbox.isEmpty, !state.isSending, state.mayRecord else { return nil }
            state.isSending = true
            return outbox
        }
        guard let outbox else { return }
        Worker.start { [self] in
            while let writing = next(in: outbox) {
                let submission = writing.submission(by: outbox.handle)
                switch ask(submission) {
                case .recorded: outbox.remove(writing.id)
                case .refused(let why):
                    // A meeting that was closed in this moment keeps it waiting.
                    guard journal.meeting.phase != .closed else { break }
                    outbox.remove(writing.id)
                    state.withLock { $0.declined.append(LiveNews.Declined(submission: submission, why: why)) }
                case .lost: break
                }
                news.raise()
            }
        }
    }

    /// The next one to be sent; nil if there is none, or it can't be sent now.
    private func next(in outbox: LocalOutbox) -> Writing? {
        state.withLock { state in
            guard state.mayRecord, let writing = outbox.writings.first else {
                state.isSending = false
                return nil
            }
            return writing
        }
    }

    /// Looks for an outbox once it is clear whose it is.
    private func openOutbox(_ state: inout State) {
        guard state.outbox == nil, let folder = introduction.outbox, !introduction.isPresenter,
            let handle = state.handle,
            let journal = state.journal, !journal.entries.isEmpty
        else { return }
        state.outbox = LocalOutbox(of: OutboxOwner(journal, as: handle), by: way.kept, in: folder)
    }
}

extension JoinedMeeting.State {
    /// Whether the host is there, and the meeting takes something down.
    fileprivate var mayRecord: Bool {
        descriptor != nil && lostAt == nil && !isOver && isWhole && journal?.meeting.phase == .inSession
    }
}
