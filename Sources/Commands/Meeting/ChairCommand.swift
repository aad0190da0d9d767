import Council

extension Command {
    static let chair = Command(
        "chair", "WHO because TEXT", label: "acting chair", group: .meeting,
        completes: [.member, .choice(["because"]), .text],
        help: "An acting chair takes over; naming the chair hands it back.",
        probe: { meeting in
            meeting.membersInRoom.first { $0.handle != meeting.presiding }.map { .chair(who: $0.handle, reason: "…") }
        }
    ) { words, _ throws(Refusal) in
        .ask(.chair(who: try words.requireHandle(), reason: try words.reasonOrEmpty()))
    }
}
