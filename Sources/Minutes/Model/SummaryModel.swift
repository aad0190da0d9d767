/// What the summary has beside the facts of the minutes.
struct SummaryModel {
    let subject: String
    /// Whether the minutes are a draft when the mail goes out.
    let isDraft: Bool
    /// The line that mail programs show after the subject in a list of mails. It says what the subject does not.
    let preheader: String
    /// What was approved, added up in one unit: `3 projects approved: 3.24 M USD/year for 995 k to build and 448 k a year
    /// to run.` Nil if nothing can be added up.
    let money: String?
    /// What is still to do, by date; what has no date comes last. Templates that councils wrote before may go by this list.
    let deadlines: [DeadlineModel]
    /// Those of them that have a date, and those that have none: these are owed, and are no deadlines.
    let dated: [DeadlineModel]
    let undated: [DeadlineModel]
    /// The items by verdict, the most important verdict first.
    let groups: [VerdictModel]
}

/// A task by its date.
struct DeadlineModel {
    /// `Fri 4 Dec`, with the year if it is another than the meeting's; nil if no date was set.
    let due: String?
    /// Nil if nobody owns it.
    let owner: String?
    let text: String
    /// The item's number.
    let item: Int?
}

/// The items that were given one verdict.
struct VerdictModel {
    /// `Sent back`.
    let title: String
    let items: [SummaryItemModel]
}

/// An item in a few lines.
struct SummaryItemModel {
    let number: Int
    let anchor: String
    let title: String
    /// `Lena Ortiz`, `sponsor Lena Ortiz`, `presented by Lena Ortiz`, `no owner`.
    let owner: String
    /// Whether the item was amended or put to the council again after the decision.
    let isOvertaken: Bool
    /// The day to which it was deferred.
    let until: Day?
    let resolution: String?
    /// What it promises and costs, as far as the resolution does not say it.
    let amounts: String?
    let reason: String?
    /// The chair's reason, if the decision rests on a ruling.
    let rulingReason: String?
    /// `5–0, 1 abstention`; `Chair's ruling after a 3–3 tie`.
    let tally: String?
    /// What the gate said and the chair set aside.
    let setAside: String?
    /// Open concerns that the resolution does not name, with who has them.
    let open: [String]
    /// Why the meeting took it off its agenda.
    let dropped: String?
}
