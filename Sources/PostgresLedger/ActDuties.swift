import Council

/// Which duty each kind of act falls under. The server sees acts and not the requests that they came from, and holds
/// them against the same table.
enum ActDuties {
    static let table: [(duty: Duty, kinds: [String])] = [
        (.attendance, ["rolled", "invited"]),
        (.note, ["noted", "reworded", "corrected", "struck"]),
        (.concern, ["resolved"]),
        (.queue, ["queued"]),
        (.flag, ["flagged", "unflagged"]),
        (.undo, ["undone", "redone"]),
        (.motion, ["moved"]),
        (.ballot, ["balloted"]),
        (.floor, ["went", "recessed", "resumed", "called", "queue", "clocked"]),
        (.agenda, ["docket", "added", "shifted", "dropped"]),
        (.outcome, ["withdrawn", "tallied", "lead", "escalated", "amended", "decided"]),
        (.action, ["assigned", "revised", "finished", "retracted", "recalled", "broughtBack", "updated"]),
        (.scribe, ["scribed"]),
        (.order, ["opened", "chaired", "closed", "reopened"]),
        (.ruling, ["ruled"]),
    ]

    /// The roles that may do what falls under a duty, for themselves and for others. A role of the roster stands for
    /// those above it that have a seat or a desk: a member attends, and so does a practitioner.
    static var rights: [(duty: Duty, whose: String, role: CouncilRole)] {
        Authority.table.flatMap { rule in
            rule.own.map { (rule.duty, "own", $0) } + rule.others.map { (rule.duty, "other", $0) }
        }
    }
}
