import Council

extension Command {
    static let resolve = Command(
        "resolve", "N [because TEXT]", label: "resolve", group: .debate,
        completes: [.concern, .choice(["because"]), .text],
        help: "Resolves concern N of this item.",
        probe: { meeting in .resolve(note: meeting.current?.openConcerns.first?.number ?? 1, reason: nil) }
    ) { words, _ throws(Refusal) in
        .ask(.resolve(note: try words.requireNumber(), reason: try words.reason()))
    }
}
