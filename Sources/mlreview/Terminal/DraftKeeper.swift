import Foundation

/// Decides when a half-typed note goes to the disk: soon, and not with every key.
struct DraftKeeper {
    /// At most this many seconds of typing are lost.
    private static let interval: TimeInterval = 0.5

    private var saved: String
    private var text: String
    private var savedAt = Date.distantPast

    init(saved: String) {
        self.saved = saved
        text = saved
    }

    mutating func change(to text: String, at moment: Date) { self.text = text }

    /// The note was recorded, and its draft went with it.
    mutating func wasCleared() {
        saved = ""
        text = ""
    }

    /// What is not on its way to the disk; nil where everything is.
    var pending: String? { text == saved ? nil : text }

    /// Seconds until the draft should be saved; nil where there is nothing to save.
    func wait(at moment: Date) -> TimeInterval? {
        guard pending != nil else { return nil }
        return max(0, Self.interval - moment.timeIntervalSince(savedAt))
    }

    /// The text to save now; nil where it is not yet time.
    mutating func due(at moment: Date) -> String? {
        guard let wait = wait(at: moment), wait <= 0 else { return nil }
        saved = text
        savedAt = moment
        return text
    }
}
