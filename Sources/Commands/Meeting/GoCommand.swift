import Council

extension Command {
    static let go = Command(
        "go", "N|next|back", key: "g", label: "go to item", group: .meeting,
        completes: [.item],
        help: "Moves to an item; its clock starts.",
        probe: { meeting in .go(.item((meeting.currentIndex ?? 0) + 1)) }
    ) { words, _ throws(Refusal) in
        switch words.peek?.lowercased() {
        case "next":
            _ = words.next()
            return .ask(.go(.next))
        case "back":
            _ = words.next()
            return .ask(.go(.back))
        default: return .ask(.go(.item(try words.requireNumber("N, next or back"))))
        }
    }
}
