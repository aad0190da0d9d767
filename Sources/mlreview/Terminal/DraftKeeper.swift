/// Decides when a half-typed note goes to the disk: soon, and not with every key.
struct DraftKeeper {
    typealias Instant = ContinuousClock.Instant

    /// At most so much typing is lost.
    private static let interval = Duration.milliseconds(500)

    private var saved: String
    private var savedAt: Instant?
    private var hasChanged = false

    init(saved: String) { self.saved = saved }

    mutating func change() { hasChanged = true }

    /// The note was recorded, and its draft went with it.
    mutating func wasCleared() { saved = "" }

    /// How long until the draft should be saved; nil where there is nothing to save.
    func wait(at moment: Instant) -> Duration? {
        guard hasChanged else { return nil }
        return savedAt.map { max(.zero, Self.interval - $0.duration(to: moment)) } ?? .zero
    }

    /// The text to save now; nil where it is not yet time, or the disk has it.
    mutating func due(at moment: Instant, isLast: Bool = false, text: () -> String) -> String? {
        guard let wait = wait(at: moment), wait <= .zero || isLast else { return nil }
        hasChanged = false
        let text = text()
        guard text != saved else { return nil }
        saved = text
        savedAt = moment
        return text
    }
}
