import Council

/// Decides when half-typed notes are saved: soon, but not with every key.
struct DraftKeeper {
    typealias Instant = ContinuousClock.Instant
    /// Texts by the items that they belong to.
    typealias Drafts = [ItemID?: String]

    /// The most typing that can be lost.
    private static let interval = Duration.milliseconds(500)

    private var saved: Drafts
    private var savedAt: Instant?
    private var hasChanged = false

    init(saved: Drafts) { self.saved = saved }

    mutating func change() { hasChanged = true }

    /// A note was recorded, which cleared its draft.
    mutating func wasCleared(of item: ItemID?) { saved[item] = nil }

    /// The time until the drafts should be saved; nil if there is nothing to save.
    func wait(at moment: Instant) -> Duration? {
        guard hasChanged else { return nil }
        return savedAt.map { max(.zero, Self.interval - $0.duration(to: moment)) } ?? .zero
    }

    /// The texts to save now; an empty text clears the draft. None if it is too early, or all are saved.
    ///
    /// - Parameter isLast: whether there is no later chance, so that it is never too early.
    mutating func due(at moment: Instant, isLast: Bool = false, drafts: () -> Drafts) -> Drafts {
        guard let wait = wait(at: moment), wait <= .zero || isLast else { return [:] }
        hasChanged = false
        let drafts = drafts()
        var due: Drafts = [:]
        for item in Set(drafts.keys).union(saved.keys) where drafts[item] != saved[item] {
            due[item] = drafts[item] ?? ""
        }
        if due.isEmpty { return [:] }
        saved = drafts
        savedAt = moment
        return due
    }
}
