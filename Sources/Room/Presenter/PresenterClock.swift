import Council
import Foundation
import Screen

/// The item's clock: how much of its time is left, or by how much it is over.
struct PresenterClock {
    private let text: String
    private let isOver: Bool
    /// The part of the time box that is left; nil if there is none.
    private let left: Double?

    /// Nil if no item is before the council.
    init?(_ room: Model, _ scene: PresenterScene) {
        guard scene != .closed, scene != .roll, scene != .recess, let item = room.meeting.current else { return nil }
        let used = item.clock.used(at: room.now).rounded(.down)
        let paused = item.clock.isPaused ? ", paused" : ""
        guard let box = item.timeBox else {
            (text, isOver, left) = (minutesAndSeconds(used) + paused, false, nil)
            return
        }
        let rest = Double(box * 60) - used
        isOver = rest < 0
        text = minutesAndSeconds(abs(rest)) + (isOver ? " over" : " left") + paused
        left = max(0, rest) / Double(max(1, box * 60))
    }

    func block(on easel: Easel) -> PresenterBlock {
        let role: Role = isOver ? .timeOver : .timeGood
        // A line below each letter would only blur it.
        let style = Style(isOver ? .error : .timeGood, on: .page, .bold)
        let large = easel.sizes().suffix(2).compactMap {
            LargeText.wrapped(text, $0, style, columns: easel.width, most: 1, symbols: easel.symbols)
        }
        let small = Line(text, Style(role, on: .page, .bold)).centered(in: easel.width)
        func placed(_ lines: [Line]) -> [Line] {
            lines.map { Line($0.spans, indent: $0.indent + easel.margin) } + bar(on: easel)
        }
        return PresenterBlock(rank: 2, large.map(placed), small: [placed([small])])
    }

    private func bar(on easel: Easel) -> [Line] {
        guard let left else { return [] }
        let meter = Meter(left, width: easel.width, symbols: easel.symbols, track: "░")
        return [
            Line(
                [Span(meter.filled, Style(.timeGood)), Span(meter.rest, Style(isOver ? .error : .border))],
                indent: easel.margin)
        ]
    }
}
