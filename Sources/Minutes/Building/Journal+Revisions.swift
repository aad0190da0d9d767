import Council

extension Journal {
    /// The meeting as it stood each time it was closed before it was opened again, oldest first.
    var earlierRevisions: [Journal] {
        var revisions: [Journal] = []
        var isClosed = false
        for (place, entry) in entries.enumerated() {
            switch entry.act {
            case .closed: isClosed = true
            case .reopened where isClosed:
                if let revision = Journal(entries: Array(entries[..<place])) { revisions.append(revision) }
                isClosed = false
            default: break
            }
        }
        return revisions
    }
}
