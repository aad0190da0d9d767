/// What `check` says of the council itself: terms that end, and people who have left.
extension Library {
    /// Weeks before its end in which a term is spoken of, more urgently as it comes nearer.
    private enum Notice: Int, CaseIterable {
        case last = 4
        case second = 8
        case first = 12
    }

    func councilRemarks(on today: CalendarDay) -> [Remark] {
        chairsTerm(on: today) + nextChair(on: today) + seats(on: today) + actionsOfThoseWhoLeft(on: today)
    }

    /// How near the end of a term is; nil if it is far off, or over. The charter then speaks of the chair's in each
    /// meeting.
    private func notice(of ends: CalendarDay, on today: CalendarDay) -> (notice: Notice, when: String)? {
        let days = ends.daysSinceEpoch - today.daysSinceEpoch
        guard days > 0, let notice = Notice.allCases.first(where: { days <= $0.rawValue * 7 }) else { return nil }
        return (notice, "in " + (days < 7 ? counted(days, "day") : counted(days / 7, "week")))
    }

    private func chairsTerm(on today: CalendarDay) -> [Remark] {
        // Whether the next chair's first day fits is another matter.
        guard roster.nextChair == nil, let ends = roster.chair.termEnds,
            let (notice, when) = notice(of: ends, on: today)
        else { return [] }
        let advice =
            switch notice {
            case .first: "ask who would follow"
            case .second: "put the next chair on an agenda"
            case .last: "choose the next chair, and write `next_chair: { member: HANDLE, from: \(ends) }`"
            }
        return [
            Remark(
                .council(key: "chair"),
                "the term of \(roster.name(of: roster.chair.member)) as chair ends on \(ends.long), \(when); \(advice)")
        ]
    }

    /// On every day there is one chair.
    private func nextChair(on today: CalendarDay) -> [Remark] {
        guard let next = roster.nextChair else { return [] }
        let (now, then) = (roster.name(of: roster.chair.member), roster.name(of: next.member))
        let place = Remark.Place.council(key: "next_chair")
        if next.from <= today {
            return [
                Remark(
                    place,
                    "\(then) is to be chair since \(next.from.long), and `chair` names \(now); "
                        + "write `chair: { member: \(next.member), since: \(next.from) }`, and take `next_chair` out")
            ]
        }
        guard let ends = roster.chair.termEnds, ends != next.from else { return [] }
        let clash =
            next.from < ends
            ? "there are two chairs from \(next.from.long) to \(ends.long): \(then) begins before the term of \(now) ends"
            : "there is no chair from \(ends.long) to \(next.from.long): the term of \(now) ends before \(then) begins"
        return [Remark(place, "\(clash); write `from: \(ends)`, or give `chair` another term")]
    }

    private func seats(on today: CalendarDay) -> [Remark] {
        roster.members.compactMap { member in
            guard let ends = member.term?.ends, let (notice, when) = notice(of: ends, on: today) else { return nil }
            let advice =
                switch notice {
                case .first: "ask whether they go on, or who would follow"
                case .second: "put the seat on an agenda"
                case .last: "write a new term for them, or who takes the seat"
                }
            return Remark(
                .member(member.handle),
                "the term of \(member.name) on the council ends on \(ends.long), \(when); \(advice)")
        }
    }

    /// Guests never had a handle; whoever had one and has none now has left.
    private func actionsOfThoseWhoLeft(on today: CalendarDay) -> [Remark] {
        let owners = Set(actionFates.compactMap { $0.owner?.handle })
        return owners.filter { roster.person($0) == nil }.sorted { $0.rawValue < $1.rawValue }.flatMap { handle in
            openActions(of: PersonQuery("@\(handle)"), on: today).map { owner in
                let actions = owner.actions.map { "\($0.reference) (\($0.text))" }
                let first = owner.actions[0].reference
                return Remark(
                    .council(key: "members"),
                    "\(owner.name ?? handle.rawValue) is no longer on the council, and still owns "
                        + "\(counted(actions.count, "open action")); "
                        + "`mlreview actions reassign \(first) to WHO` hands \(actions.count == 1 ? "it" : "the first") to "
                        + "somebody else: \(listed(actions))")
            }
        }
    }
}
