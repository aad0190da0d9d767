import Council

/// Decides when half-typed notes go to the disk: soon, and not with every key.
struct DraftKeeper {
    typealias Instant = ContinuousClock.Instant
    /// Texts by the items that they belong to.
    typealias Drafts = [ItemID?: String]

    /// At most so much typing is lost.
    private static let interval = Duration.milliseconds(500)

    private var saved: Drafts
    private var savedAt: Instant?
    private var hasChanged = false

    init(saved: Drafts) { self.saved = saved }

    mutating func change() { hasChanged = true }

    /// A note was recorded, and its draft went with it.
    mutating func wasCleared(of item: ItemID?) { saved[item] = nil }

    /// How long until the drafts should be saved; nil where there is nothing to save.
    func wait(at moment: Instant) -> Duration? {
        guard hasChanged else { return nil }
        return savedAt.map { max(.zero, Self.interval - $0.duration(to: moment)) } ?? .zero
    }

    /// The texts to save now, an empty one to be cleared; none where it is not yet time, or the disk has them.
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
