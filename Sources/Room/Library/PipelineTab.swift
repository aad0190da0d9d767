import Council
import Screen

extension LibraryTab {
    /// Every proposal with its stage: open ones first, and the longest wait first.
    static let pipeline = LibraryTab(name: "pipeline", title: "Pipeline") { reading in
        let pipeline = reading.library.pipeline(on: reading.today)
        let rows = pipeline.proposals.enumerated().map { row(of: $1, at: $0) }
        return LibraryList(
            summary(of: pipeline), nothing: "No proposals: each is a file in agendas/proposals/", columns: columns,
            rows: rows, first: "stage",
            sorts: "age", "pod", "proposal")
    } page: { id, reading in
        DocumentPage(of: ItemID(id), in: reading)
    }

    private static let columns = [
        LibraryColumn("stage", 10...10), LibraryColumn("proposal", 14...30), LibraryColumn("pod", 8...14, rank: 3),
        LibraryColumn("days", 7...7, rank: 2, isNumber: true),
        LibraryColumn("waits for", 23...44, rank: 1, isFlexible: true),
        LibraryColumn("concerns", 8...8, rank: 5), LibraryColumn("estimated", 12...24, rank: 6, isNumber: true),
        LibraryColumn("title", 20...50, rank: 7),
    ]

    private static func row(of entry: Pipeline.Entry, at place: Int) -> LibraryRow {
        let plain: Role = entry.isOpen ? .text : .muted
        let age = entry.days.map { "\($0) d\(isSlow(entry) ? " ▲" : "  ")" } ?? ""
        let waits =
            entry.waitsBriefly ?? entry.revisedBy.map { "replaced by \($0)" } ?? ""
        return LibraryRow(
            entry.id,
            [
                Span(entry.stage, Style(role(of: entry), on: .page, entry.isOpen ? .bold : [])),
                Span(entry.id, Style(entry.isOpen ? .strong : .muted)), Span(entry.pod ?? "", Style(plain)),
                Span(age, Style(isSlow(entry) ? .warning : plain)),
                Span(waits, Style(entry.isOverdue ? .warning : plain)),
                Span(entry.openConcerns > 0 ? "\(entry.openConcerns) open" : "", Style(.concern)),
                Span(entry.estimated ?? "", Style(plain)), Span(entry.title, Style(plain)),
            ], words: [entry.title, entry.waitsFor], item: ItemID(entry.id),
            order: [
                .number(entry.isOpen ? -(entry.days ?? -1) : .max / 2 - (entry.days ?? 0)),
                .text((entry.pod ?? "\u{10FFFF}").folded), .text(entry.id),
            ])
    }

    /// Days after which somebody should have done what a proposal waits for.
    private static let patience = 14

    private static func isSlow(_ entry: Pipeline.Entry) -> Bool {
        ["leads", "ready", "undecided", "sent back"].contains(entry.stage) && entry.days ?? 0 > patience
    }

    private static func role(of entry: Pipeline.Entry) -> Role {
        switch entry.stage {
        case "ready", "on agenda", "measured", "done": .yes
        case "approved": entry.isOpen ? .yes : .muted
        case "leads", "undecided", "deferred": .tied
        case "sent back": .warning
        case "rejected": .no
        case "draft": .text
        default: .muted
        }
    }

    private static func summary(of pipeline: Pipeline) -> String {
        [
            "\(pipeline.open) open of \(pipeline.proposals.count)",
            pipeline.medians.map { "first word to answer: \($0)" },
        ]
        .compactMap { $0 }.joined(separator: " · ")
    }
}
