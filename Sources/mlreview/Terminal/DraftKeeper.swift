import Foundation

/// Decides when a half-typed note goes to the disk: soon, and not with every key.
struct DraftKeeper {
    /// At most this many seconds of typing are lost.
    private static let interval: TimeInterval = 0.5

    private var saved: String
    private var savedAt = Date.distantPast
    private var hasChanged = false

    init(saved: String) { self.saved = saved }

    mutating func change() { hasChanged = true }

    /// The note was recorded, and its draft went with it.
    mutating func wasCleared() { saved = "" }

    /// Seconds until the draft should be saved; nil where there is nothing to save.
    func wait(at moment: Date) -> TimeInterval? {
        hasChanged ? max(0, Self.interval - moment.timeIntervalSince(savedAt)) : nil
    }

    /// The text to save now; nil where it is not yet time, or the disk has it.
    mutating func due(at moment: Date, isLast: Bool = false, text: () -> String) -> String? {
        guard let wait = wait(at: moment), wait <= 0 || isLast else { return nil }
        hasChanged = false
        let text = text()
        guard text != saved else { return nil }
        saved = text
        savedAt = moment
        return text
    }
}
