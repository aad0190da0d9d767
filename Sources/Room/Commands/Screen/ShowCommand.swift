import Council

extension Command {
    static let show = Command(
        "show", "[\(Section.names.joined(separator: "|"))]", label: "show", group: .screen,
        completes: [.choice(Section.names)],
        help: "Goes to a pane; on the console, prints it. Without a name, the item before the council."
    ) { words, _ throws(Refusal) in
        let section = words.isEmpty ? Section(.proposal) : Section.all[try words.requirePlace(among: Section.names)]
        return .screen { room in
            section.show(&room)
            return []
        } console: {
            section.lines($0)
        }
    }
}

/// Something that can be shown: a pane, or a part of the meeting without a pane of its own.
private struct Section: Sendable {
    let name: String
    let show: @Sendable (inout Model) -> Void
    /// The lines that the console prints.
    let lines: @Sendable (Narrator) -> [String]

    init(
        _ name: String, show: @escaping @Sendable (inout Model) -> Void,
        lines: @escaping @Sendable (Narrator) -> [String]
    ) {
        self.name = name
        self.show = show
        self.lines = lines
    }

    init(_ pane: Pane) { self.init(pane.name, show: { $0.focus = pane }, lines: pane.spoken) }

    static let all =
        Pane.all.map { Section($0) } + [
            Section("roll", show: { $0.layers.append(RollCall(in: $0.meeting)) }, lines: \.roll),
            Section(
                "actions", show: { $0.layers.append(ActionsPage(in: $0, atOwn: true)) },
                lines: { $0.actions + $0.earlierActions }),
        ]

    static var names: [String] { all.map(\.name) }
}
