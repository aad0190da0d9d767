import Council
import Ledger

/// Half-typed texts, each its writer's own; and texts that were written on close.
extension PostgresLedger {
    public func drafts(of date: CalendarDay) throws(LedgerError) -> [DraftKey: String] {
        try talk { server in
            let rows = try server.run(
                "SELECT kind, item, author, text FROM mlreview.drafts WHERE meeting = $1 AND login = session_user",
                .text(date.description))
            var drafts: [DraftKey: String] = [:]
            for row in rows {
                let (item, author) = (row[1].text ?? "", row[2].text ?? "")
                let key = DraftKey(
                    row[0].text ?? "", on: item.isEmpty ? nil : ItemID(rawValue: item),
                    by: author.isEmpty ? nil : Handle(rawValue: author))
                drafts[key] = row[3].text
            }
            return drafts
        }
    }

    public func setDraft(_ text: String?, as key: DraftKey, of date: CalendarDay) throws(LedgerError) {
        try talk { try Self.setDraft(text, as: key, of: date, $0) }
    }

    static func setDraft(_ text: String?, as key: DraftKey, of date: CalendarDay, _ server: Connection) throws {
        let place: [Parameter] = [
            .text(date.description), .text(key.kind), .text(key.item?.rawValue ?? ""),
            .text(key.author?.rawValue ?? ""),
        ]
        if let text {
            try server.run(
                "INSERT INTO mlreview.drafts (meeting, kind, item, author, text) VALUES ($1, $2, $3, $4, $5) "
                    + "ON CONFLICT (meeting, login, kind, item, author) DO UPDATE SET text = $5",
                place + [.text(text.withoutNUL)])
        } else {
            try server.run(
                "DELETE FROM mlreview.drafts "
                    + "WHERE login = session_user AND meeting = $1 AND kind = $2 AND item = $3 AND author = $4", place)
        }
    }

    // MARK: Outputs

    public func outputs(of date: CalendarDay, revision: Int?) throws(LedgerError) -> [Output] {
        try talk { server in
            try server.run(
                "SELECT revision, name, text, source FROM mlreview.outputs "
                    + "WHERE meeting = $1 AND revision = coalesce($2, revision) ORDER BY revision, name",
                .text(date.description), .integer(revision)
            ).map { Output($0, source: $0[3].text) }
        }
    }

    public func saveOutputs(_ outputs: [Output], of date: CalendarDay) throws(LedgerError) {
        guard !outputs.isEmpty else { return }
        try talk { server in
            try server.transaction {
                for output in outputs.map(\.withoutNUL) {
                    try server.run(
                        "INSERT INTO mlreview.outputs (meeting, revision, name, text, source) VALUES ($1, $2, $3, $4, $5) "
                            + "ON CONFLICT (meeting, revision, name) DO UPDATE SET text = $4, source = $5",
                        output.values(of: date) + [.text(output.source)])
                }
            }
        }
    }

    public func unsettle(_ outputs: [Output], of date: CalendarDay) throws(LedgerError) {
        guard !outputs.isEmpty else { return }
        try talk { server in
            try server.transaction {
                for output in outputs.map(\.withoutNUL) {
                    try server.run(
                        "INSERT INTO mlreview.unsettled (meeting, revision, name, text) SELECT $1, $2, $3, $4 "
                            + "WHERE NOT EXISTS (SELECT FROM mlreview.unsettled "
                            + "WHERE meeting = $1 AND revision = $2 AND name = $3 AND text = $4)",
                        output.values(of: date))
                }
            }
        }
    }

    public func unsettledOutputs(of date: CalendarDay) throws(LedgerError) -> [Output] {
        try talk { server in
            try server.run(
                "SELECT revision, name, text FROM mlreview.unsettled WHERE meeting = $1 ORDER BY place",
                .text(date.description)
            ).map { Output($0, source: nil) }
        }
    }

    public func settle(_ names: [String], of date: CalendarDay) throws(LedgerError) {
        guard !names.isEmpty else { return }
        try talk { server in
            _ = try server.run(
                "DELETE FROM mlreview.unsettled WHERE meeting = $1 AND name = ANY ($2)", .text(date.description),
                .texts(names))
        }
    }
}

extension Output {
    /// Reads a row of revision, name and text.
    fileprivate init(_ row: [Field], source: String?) {
        self.init(revision: row[0].integer ?? 0, name: row[1].text ?? "", text: row[2].text ?? "", source: source)
    }

    fileprivate func values(of date: CalendarDay) -> [Parameter] {
        [.text(date.description), .integer(revision), .text(name), .text(text)]
    }
}
