import Council

/// A notice in the making: whom it goes to, and what it says.
struct Notice {
    /// What the file is called.
    let name: Minutes.DocumentName
    let model: NoticeModel
    var recipients: Recipients
    /// When the minutes that it belongs to were closed.
    let at: Moment

    var tree: Fact { Fact(reflecting: model) }

    /// Whether both tell people the same, whatever the number of the revision.
    func saysTheSame(as other: Notice) -> Bool { withoutRevision == other.withoutRevision }

    private var withoutRevision: Fact {
        var model = model
        model.revision = 0
        model.correction = nil
        model.record = nil
        return Fact(reflecting: model)
    }
}
