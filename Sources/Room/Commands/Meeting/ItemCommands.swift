import Council

extension Command {
    static let go = Command(
        "go", "N|next|back", key: "g", label: "go to item", group: .meeting,
        completes: [.item],
        help: "Takes up an item and starts its clock.",
        probe: { meeting in .go(.item((meeting.currentIndex ?? 0) + 1)) },
        onRow: { thing, room in
            guard case .item(let number) = thing, room.meeting.currentIndex != number - 1 else { return nil }
            return RowOffer("g", "take it up", .runs("go \(number)"))
        },
        line: { request in
            switch request {
            case .go(.item(let number)): "go \(number)"
            case .go(.next): "go next"
            case .go(.back): "go back"
            default: nil
            }
        }
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

    static let clock = Command(
        "clock", "pause|resume|add MINUTES", label: "clock", group: .meeting,
        completes: [.choice(["pause", "resume", "add"])],
        help: "Pauses, resumes or extends the item's clock.",
        probe: { _ in .clock(.add(minutes: 1)) },
        line: { request in
            switch request {
            case .clock(.pause): "clock pause"
            case .clock(.resume): "clock resume"
            case .clock(.add(let minutes)): "clock add \(minutes)"
            default: nil
            }
        }
    ) { words, _ throws(Refusal) in
        enum Change: String, CaseIterable { case pause, resume, add }
        switch try words.requireChoice(Change.self) {
        case .pause: return .ask(.clock(.pause))
        case .resume: return .ask(.clock(.resume))
        case .add: return .ask(.clock(.add(minutes: try words.requireNumber("MINUTES"))))
        }
    }
}
