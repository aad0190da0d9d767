import Council
import Host
import Room

/// Looks up what earlier meetings said. Whoever types waits for none of it.
extension RoomProgram {
    func search(_ text: String) {
        desk.search(text) { [inbox] text, answer in
            switch answer {
            case .success(let found): inbox.put(.found(found, for: text))
            case .failure(let complaint): inbox.put(.failed(complaint.description))
            }
        }
    }

    func openFound(_ hit: SearchHit) {
        let (inbox, desk) = (inbox, desk)
        Worker.start {
            switch desk.pages(of: hit) {
            case .success(let pages): inbox.put(.foundPages(pages))
            case .failure(let complaint): inbox.put(.failed(complaint.description))
            }
        }
    }

    /// Finds the earlier proposals that are near to those of the meeting.
    func findRelated() {
        let (inbox, desk, day) = (inbox, desk, model.meeting.agenda.date)
        let proposals = Array(model.meeting.docket.proposals.values)
        guard !proposals.isEmpty else { return }
        Worker.startInTurn {
            let related = desk.related(to: proposals, before: day)
            if related.values.contains(where: { !$0.isEmpty }) { inbox.put(.related(related)) }
        }
    }
}
