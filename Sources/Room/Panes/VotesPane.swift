import Council
import Screen

extension Pane {
    /// The question, each member's ballot, where the vote stands, and the results of earlier votes.
    static let votes: Pane = Pane(
        "votes", at: .right,
        state: { room in room.voting.map { "at \($0.highlighted?.rawValue ?? "nobody")" } ?? "" },
        top: VotesPane.top,
        click: { room, line, lines in
            guard let motion = room.shownItem?.openMotion, line >= lines.starts.first ?? .max,
                let place = lines.starts.lastIndex(where: { $0 <= line }), motion.order.indices.contains(place)
            else { return nil }
            return room.pointOut(motion.order[place])
        },
        spoken: \.votes, lines: VotesPane.lines)
}

private enum VotesPane {
    @Sendable static func lines(in room: Model, width: Int) -> PaneLines {
        guard let item = room.shownItem else { return PaneLines([]) }
        var lines: [Line] = []
        // The ballots' first lines, and the line below the last of them.
        var starts: [Int] = []
        if let motion = item.openMotion ?? item.motions.last {
            lines += question(motion, in: room, width: width) + options(of: motion, in: room, width: width)
            for handle in motion.order {
                starts.append(lines.count)
                lines += ballot(of: handle, on: motion, in: room, width: width)
            }
            starts.append(lines.count)
            if motion.isOpen, let voting = room.voting, voting.highlighted == nil { lines.append(wayToTally(width)) }
            lines += standing(of: motion, in: room, width: width)
        } else {
            let key = room.keys.label(of: "vote") ?? ":motion"
            let text = "no vote yet: \(key) opens one, and without one a decision rests on consensus"
            lines += Line.wrap(text, Style(.muted), width: width)
        }
        lines += earlier(item, in: room, width: width)
        var rows: [PaneRow] = []
        let place = room.meeting.number(of: item)
        if !item.openConcerns.isEmpty { lines += [Line(), Line("open concerns", Style(.label))] }
        for concern in item.openConcerns {
            let more = self.concern(concern, width: width)
            let reference = NoteReference(concern.number, of: place)
            rows.append(PaneRow(thing: .note(reference), lines: lines.count..<lines.count + more.count))
            lines += more
        }
        return PaneLines(lines, starts: starts, rows: rows)
    }

    /// What can be chosen, with the digits that name it and its votes; nothing for a question of yes and no.
    private static func options(of motion: Motion, in room: Model, width: Int) -> [Line] {
        let tally = room.meeting.tally(of: motion)
        let isSealed = room.meeting.isSealed(motion)
        return (motion.question.options ?? []).enumerated().flatMap { place, option in
            Line.wrap(
                [
                    Span("\(place + 1) ", Style(.key, on: .page, .bold)),
                    Span(isSealed ? option : "\(option): ", .plain),
                    Span(isSealed ? "" : "\(tally.count(of: option))", Style(.yes, on: .page, .bold)),
                ], width: width, firstIndent: 2, restIndent: 4)
        }
    }

    /// The cursor once everybody has voted: below the ballots, so that no key changes one by mistake.
    private static func wayToTally(_ width: Int) -> Line {
        let text = "Enter tally"
        return Line([
            Span("▸ ", Style(.cursor, on: .selected, .bold)), Span(text, Style(.key, on: .selected, .bold)),
            Span(String(repeating: " ", count: max(0, width - 2 - text.count)), Style(.text, on: .selected)),
        ])
    }

    /// While ballots are taken the highlighted member stays in sight.
    @Sendable static func top(in room: Model, _ lines: PaneLines, rows: Int) -> Int? {
        guard room.voting != nil, let place = lines.firstIndex(where: { $0.spans.first?.style.ground == .selected })
        else { return nil }
        // The members who follow are in sight, too, and the tally if there is room.
        return max(0, place - rows + 1 + min(7, rows / 2))
    }

    private static func question(_ motion: Motion, in room: Model, width: Int) -> [Line] {
        let state = motion.isOpen ? "open" : "closed"
        var lines = Line.wrap(
            [
                Span(motion.question.shownTitle, Style(.title, on: .page, .bold)),
                Span("  \(motion.isOpen ? "● " : "")\(state)", Style(motion.isOpen ? .tied : .muted, on: .page, .bold)),
            ], width: width)
        if let movers = room.meeting.movers(motion.by, motion.second) {
            lines += Line.wrap(movers, Style(.muted), width: width)
        }
        if case .amendment(let number) = motion.question,
            let amendment = room.meeting.item(motion.item)?.amendments.first(where: { $0.number == number })
        {
            lines += Line.wrap(
                "+ \(amendment.field.rawValue): \(amendment.after)", Style(.added), width: width, restIndent: 2)
        }
        return lines
    }

    private static func ballot(of handle: Handle, on motion: Motion, in room: Model, width: Int) -> [Line] {
        let meeting = room.meeting
        let nameWidth = min(14, max(7, width / 2 - 2))
        let isHighlighted = room.voting?.highlighted == handle && motion.isOpen
        let ground: Ground = isHighlighted ? .selected : .page
        let name = TextWidth.truncated(meeting.roster.shortName(of: handle), to: nameWidth)
        let gap = String(repeating: " ", count: max(1, nameWidth + 1 - TextWidth.of(name)))
        var spans = [
            Span(isHighlighted ? "▸ " : "  ", Style(.cursor, on: ground, .bold)),
            Span(name + gap, Style(.text, on: ground)), ballot(of: handle, on: motion, in: room, ground),
        ]
        if isHighlighted {
            let used = spans.reduce(0) { $0 + $1.width }
            spans.append(Span(String(repeating: " ", count: max(0, width - used)), Style(.text, on: ground)))
        }
        guard let reason = meeting.shownBallot(of: handle, on: motion, to: room.part.author)?.reason else {
            return [Line(spans)]
        }
        return [Line(spans)] + Line.wrap(reason, Style(.muted), width: width, firstIndent: 4, restIndent: 4)
    }

    private static func ballot(of handle: Handle, on motion: Motion, in room: Model, _ ground: Ground) -> Span {
        let meeting = room.meeting
        if let ballot = meeting.shownBallot(of: handle, on: motion, to: room.part.author) {
            return ballot.badge(on: ground, among: motion.question.options)
        }
        func quiet(_ text: String) -> Span { Span(" " + text, Style(.muted, on: ground)) }
        if motion.isOpen {
            if meeting.isKeptFromVoting(handle) { return quiet("chair") }
            guard meeting.isInRoom(handle) else { return quiet("absent") }
            return Span(" · to vote", Style(.pending, on: ground, .bold))
        }
        if motion.tally?.eligible.contains(handle) ?? false { return quiet("· no vote") }
        // Only the chair was in the room then and could not vote.
        let wasThere = motion.closedAt.flatMap { meeting.attendance[handle]?.wasInRoom(at: $0) } ?? false
        return quiet(wasThere ? "chair" : "absent")
    }

    private static func standing(of motion: Motion, in room: Model, width: Int) -> [Line] {
        let tally = room.meeting.tally(of: motion)
        var lines = [Line(String(repeating: "─", count: width), Style(.border))]
        // The options of a choice have their votes beside their names.
        let rows = tally.options == nil && !room.meeting.isSealed(motion) ? tally.bars : []
        let most = max(1, max(tally.yes, tally.no, tally.eligible.count))
        let digits = String(most).count
        for (word, count, role) in rows {
            let column = 4
            let meter = Meter(
                Double(count) / Double(most), width: max(4, width - 2 - column - digits), symbols: room.symbols)
            let label = word + String(repeating: " ", count: column - word.count + digits - String(count).count)
            lines.append(
                Line([
                    Span(label, Style(.label)), Span("\(count)  ", Style(role, on: .page, .bold)),
                    Span(meter.filled, Style(role)), Span(meter.rest, Style(.border)),
                ]))
        }
        lines += Line.wrap(tally.shownSpans(isOpen: motion.isOpen), width: width)
        if motion.isOpen, room.part != .alone, let awaited = room.meeting.awaitedVoters(on: motion) {
            lines += Line.wrap(awaited, Style(.pending), width: width)
        }
        if motion.isOpen, let own = room.ownBallotLine { lines += Line.wrap(own, Style(.accent), width: width) }
        if let escalation = motion.escalation {
            lines += Line.wrap(
                [Span("escalated ", Style(.warning, on: .page, .bold)), Span(escalation.reason, .plain)], width: width,
                restIndent: 2)
        }
        if let ruling = motion.ruling {
            let office = ruling.isActing ? "acting chair" : "chair"
            let by = " \(room.meeting.roster.name(of: ruling.by)) as \(office): \(ruling.reason)"
            lines += Line.wrap(
                [
                    Span(
                        "RULING \(ruling.said)", Style(ruling.answer == .yes ? .yes : .no, on: .page, .bold)),
                    Span(by, .plain),
                ], width: width, restIndent: 2)
        } else if motion.awaitsRuling {
            // The key stands only where it does something.
            let isOurs = room.mayAsk(.rule(answer: .yes, reason: ""))
            let key = isOurs ? ": \(room.keys.label(of: "rule") ?? ":rule")" : ""
            let text = room.meeting.whyNoRuling?.sentence ?? "the chair decides\(key)"
            lines += Line.wrap(text, Style(.tied, on: .page, .bold), width: width)
        }
        return lines
    }

    private static func earlier(_ item: Item, in room: Model, width: Int) -> [Line] {
        let shown = item.openMotion ?? item.motions.last
        let others = item.motions.filter { $0.number != shown?.number }
        guard !others.isEmpty else { return [] }
        return [Line(), Line("earlier votes", Style(.label))]
            + others.reversed().flatMap {
                Line.wrap(
                    $0.resultSentence(in: room.meeting), Style($0.role(in: room.meeting)), width: width, restIndent: 2)
            }
    }

    private static func concern(_ concern: Note, width: Int) -> [Line] {
        Line.wrap(
            [Span("! \(concern.number) ", Style(.concern, on: .page, .bold)), Span(concern.text, .plain)],
            width: width, restIndent: 2)
    }
}
