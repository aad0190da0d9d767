import Council

@testable import Agendas

/// An agenda of 2 December 2026 as a person may have written it: in lines or brackets, with comments, blank lines and
/// quotes wherever YAML has room for them.
struct WrittenAgenda {
    var random: SeededGenerator
    private var topics = 0

    init(_ random: SeededGenerator) { self.random = random }

    private mutating func pick<Value>(_ choices: [Value]) -> Value { choices.randomElement(using: &random)! }
    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    mutating func bytes() -> [UInt8] {
        var keys = [pick(["date: 2026-12-02\n", "date: '2026-12-02' # the day\n", "\"date\": 2026-12-02\n"])]
        if chance(50) { keys.append(pick(["minutes: 75\n", "# as ever\nminutes:   75 # at most\n"])) }
        if chance(30) { keys.append("place: \"Room – 3 # not 4\"\n") }
        let items = chance(70) ? block() : flow()
        keys.insert(items, at: Int.random(in: 0...keys.count, using: &random))
        var text = keys.map { noise() + $0 }.joined() + noise()
        if chance(15), text.hasSuffix("\n") { text.removeLast() }
        if chance(10) { text = "---\n" + text }
        if chance(15) { text = text.replacing("\n", with: "\r\n") }
        if chance(10) { text = "\u{FEFF}" + text }
        return Array(text.utf8)
    }

    private mutating func noise() -> String {
        chance(60) ? "" : pick(["\n", "# items: []\n", "\n   # - { proposal: b }\n\n", "#\n", "  \n", "# “ünïcödé”\n"])
    }

    private mutating func subjects() -> [String] {
        var ids = ["a", "b", "c"].shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random)).map {
            "proposal: \($0)"
        }
        if chance(60) {
            topics += 1
            ids.append(pick(["topic: T\(topics)", "topic: 'It''s \(topics)'", "topic: \"– \(topics) \\\"x\\\"\""]))
        }
        return ids.isEmpty ? ["proposal: a"] : ids
    }

    private mutating func block() -> String {
        let indent = String(repeating: " ", count: Int.random(in: 0...4, using: &random))
        let items = subjects().map { subject -> String in
            let isTopic = subject.hasPrefix("topic")
            switch Int.random(in: 0..<(isTopic ? 6 : 3), using: &random) {
            case 0: return "\(indent)- { \(subject), minutes: 5 }\(pick(["", " # five", "   "]))\n"
            case 1: return "\(indent)-   \(subject)\n\(indent)    minutes: 5 # five\n"
            case 2:
                return
                    "\(indent)-\n\(indent)   \(subject)\n\(indent)   # half\n\(indent)   interested: [a@example.com]\n"
            case 3: return "\(indent)- \(subject)\n\(indent)  text: |\n\(indent)    One\n\n\(indent)     # no comment\n"
            case 4: return "\(indent)- \(subject)\n\(indent)  text: >+\n\(indent)    One\n\(indent)    two\n\n\n"
            default: return "\(indent)- \(subject)\n\(indent)  text: One\n\(indent)    two - { three\n"
            }
        }
        return "items:\(pick(["", " # all", " &all"]))\n" + items.map { noise() + $0 }.joined()
    }

    private mutating func flow() -> String {
        let items = subjects().map { "{ \($0)\(pick(["", ", minutes: 5", ", interested: [\n  a@example.com ]"])) }" }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return "items: []\n"
        case 1: return "items: [\(items.joined(separator: ", "))\(pick(["", ",", " ,  "]))] # all\n"
        case 2: return "items: [\n  \(items.joined(separator: ",\n  "))\(pick(["", ",", " # last"]))\n ]\n"
        default: return "items:\n  [ # first\n    \(items.joined(separator: "\n  , ")) ]\n"
        }
    }
}

/// Items that a plan may have.
enum RandomItems {
    static func items(_ random: inout SeededGenerator) -> [AgendaPlan.Item] {
        let topic = "Q: what\u{85} now # {x}, 'y' [\(Int.random(in: 0...9, using: &random))]"
        let clean = "Q: what  now" + topic.dropFirst("Q: what\u{85} now".count)
        let items = [
            AgendaItem(id: ItemID("new"), subject: .proposal(id: "new"), minutes: 9, presenter: Handle("lena")),
            AgendaItem(
                id: ItemID(topic: String(clean)),
                subject: .topic(title: String(clean), text: "- One: “two”\n\n    indented # not a comment\n\tend"),
                minutes: 7, interested: ["b@example.com"],
                continues: CalendarDay(daysSinceEpoch: 20_782), again: "null: \"why\" \\ not"),
            AgendaItem(id: ItemID("topic:own-name"), subject: .topic(title: "Null", text: ""), minutes: 3),
        ]
        let count = Int.random(in: 1...3, using: &random)
        return items.shuffled(using: &random).prefix(count).map {
            AgendaPlan.Item(item: $0, title: "x", why: "ready since\u{2028}Wed: \u{202E}x")
        }
    }
}
