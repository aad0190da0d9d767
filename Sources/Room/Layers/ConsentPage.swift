import Council
import Screen

/// The items of the consent lane, with who has approved them, and what the others lack.
struct ConsentPage: Layer {
    private var top = 0

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        switch key {
        case .escape, .enter, .character("q"): return [.close]
        case .character("v"): return [.close, .run("consent vote")]
        case .character("a"): return [.close, .run("consent approve")]
        case .character("f"): return [.close, .open(CommandEntry("flag "))]
        case .character("h"): return [.close, .open(CommandEntry("hold "))]
        case .character(":"): return [.close, .open(CommandEntry(""))]
        case .down, .character("j"): top += 1
        case .up, .character("k"): top -= 1
        case .pageDown: top += room.page(ofDialog: wantedSize(in: room))
        case .pageUp: top -= room.page(ofDialog: wantedSize(in: room))
        case .home: top = 0
        case .end: top = .max / 2
        default: return [.doesNothing(key, "here: Esc leaves")]
        }
        top = max(0, min(top, room.lastTop(inDialog: wantedSize(in: room))))
        return []
    }

    func hints(in room: Model) -> [Hint] {
        let decides = room.consentLane?.ready.isEmpty == false && room.meeting.openMotion == nil
        return (decides ? [Hint("v", "vote on all"), Hint("a", "approve by consensus")] : [])
            + [Hint("f", "flag"), Hint("h", "hold"), Hint("Esc", "leave")]
            + (room.lastTop(inDialog: wantedSize(in: room)) > 0 ? [Hint("j k", "scroll")] : [])
    }

    func wantedSize(in room: Model) -> Size {
        let columns = room.dialogColumns(100)
        return Size(rows: lines(in: room, width: columns - 4).count + 2, columns: columns)
    }

    func draw(_ canvas: inout Canvas, in room: Model) {
        canvas.frame("Consent lane")
        let width = canvas.columns - 4
        let lines = lines(in: room, width: width)
        canvas.scrolled(rows: lines.count, from: top) { canvas in
            for (row, line) in lines.enumerated() { canvas.put(line, row: row, column: 2, width: width) }
        }
    }

    private func lines(in room: Model, width: Int) -> [Line] {
        let muted = Style(.muted, on: .dialog)
        guard let rule = room.meeting.roster.consent, let lane = room.consentLane else {
            let fault = room.libraryFault.map {
                "earlier meetings can't be read, so their concerns are not known: \($0)"
            }
            return Line.wrap(
                fault ?? Model.readsConcerns,
                fault == nil ? muted : Style(.warning, on: .dialog), width: width)
        }
        let limit = rule.upTo.map { ", up to \($0.spoken) to build" } ?? ""
        let head = "\(counted(lane.needed, "approval")) each\(limit), for \(listed(rule.kinds.map(\.rawValue)))"
        if lane.items.isEmpty {
            return Line.wrap(head, muted, width: width)
                + Line.wrap("no item of these kinds is on the agenda", Style(.text, on: .dialog), width: width)
        }
        return Line.wrap(head, muted, width: width)
            + lane.items.flatMap { [Line()] + self.lines(of: $0, in: room, width: width) }
    }

    private func lines(of item: ConsentItem, in room: Model, width: Int) -> [Line] {
        let isReady = item.missing.isEmpty
        let cost = item.cost.map { "  \($0.spoken)" } ?? ""
        let title = Line.wrap(
            [
                Span(isReady ? "◇ " : "· ", Style(isReady ? .yes : .muted, on: .dialog, .bold)),
                Span("\(item.number) ", Style(.label, on: .dialog)),
                Span(item.title, Style(isReady ? .strong : .text, on: .dialog, isReady ? .bold : [])),
                Span(cost, Style(.muted, on: .dialog)),
            ], width: width, restIndent: 4)
        let name = room.meeting.roster.shortName(of:)
        let said = item.approvals.isEmpty ? "" : "approved by \(listed(item.approvals.map(name)))"
        let own =
            item.ownApprovals.isEmpty
            ? "" : "\(listed(item.ownApprovals.map(name))) approved it and is not eligible: it is their own"
        let rows = [(said, Role.text), (own, .muted), (item.wayOut ?? "", .warning)].filter { !$0.0.isEmpty }
        return title
            + rows.flatMap { text, role in
                Line.wrap(text, Style(role, on: .dialog), width: width, firstIndent: 4, restIndent: 4)
            }
    }
}
