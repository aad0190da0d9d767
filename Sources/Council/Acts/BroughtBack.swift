import Foundation

extension Act {
    /// Concerns that an item's last hearing left open lie before the council again, as notes of this meeting.
    ///
    /// The act has their words, so that a meeting is replayed without any other.
    public struct BroughtBack: ActKind {
        public let item: ItemID
        public let concerns: [EarlierConcern]
        /// The note that the first of them becomes; the others follow.
        public let number: Int

        public static let name = "broughtBack"

        public var act: Act { .broughtBack(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.update(item) {
                for (place, concern) in concerns.enumerated() {
                    var note = Note(
                        number: number + place, at: moment, speaker: concern.speaker?.handle, kind: .concern,
                        text: concern.text)
                    note.since = concern.date
                    $0.notes.append(note)
                }
            }
        }

        public func spoken(in meeting: Meeting) -> String {
            "the concerns on item \(meeting.place(of: item)) that are open since earlier"
        }

        public func told(in journal: Journal) -> [String] {
            let place = journal.meeting.place(of: item)
            return concerns.enumerated().map { index, concern in
                "item \(place): concern \(number + index) is open since \(concern.date.long): \(concern.text)"
            }
        }
    }
}

extension Meeting {
    /// The concerns that no note of this meeting has yet.
    ///
    /// An outcome is heard of a proposal that was approved: what was said against it was answered by then, or accepted.
    public func missing(_ concerns: [ItemID: [EarlierConcern]]) -> [ItemID: [EarlierConcern]] {
        var missing: [ItemID: [EarlierConcern]] = [:]
        for item in items where !item.agenda.isForOutcome && item.dropped == nil && !item.hasEarlierConcerns {
            if let open = concerns[item.id], !open.isEmpty { missing[item.id] = open }
        }
        return missing
    }

    /// The concern with the name of a person who has left in its words: the handle is nobody's any more.
    private func named(_ concern: EarlierConcern) -> EarlierConcern {
        guard let speaker = concern.speaker, speaker.handle.flatMap(roster.person) == nil else { return concern }
        return EarlierConcern(date: concern.date, text: "\(speaker.name): \(concern.text)")
    }

    func bringBack(_ concerns: [ItemID: [EarlierConcern]]) -> [Act] {
        let missing = missing(concerns)
        return items.compactMap { item in
            missing[item.id].map { open in
                .broughtBack(
                    Act.BroughtBack(item: item.id, concerns: open.map(named), number: item.nextNoteNumber))
            }
        }
    }
}
