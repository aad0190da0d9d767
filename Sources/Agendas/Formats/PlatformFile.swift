import Council

/// `agendas/platform.yaml`: the data sources, parts of the platform and reusable pieces that there are, or will be.
struct PlatformFile {
    /// Nil if the file is faulty.
    let parts: [PlatformPart]?

    static let name = "platform.yaml"

    private static let example = "- { name: feature-store, kind: platform, state: live }"

    static func read(_ text: String, on sheet: Sheet) -> PlatformFile {
        guard let root = YAMLReader.root(of: text, such: example, on: sheet) else { return PlatformFile(parts: nil) }
        guard let entries = root.sequence, sheet.isUntagged(root, report: true) else {
            if root.sequence == nil {
                sheet.fault(
                    at: root.place, "the platform must be a list, such as `\(example)`, not \(root.description)")
            }
            return PlatformFile(parts: nil)
        }
        let names = Names()
        let parts = entries.prefix(Self.most).compactMap { entry in
            sheet.mapping(entry, "a part") { read($0, names) }
        }
        if entries.count > Self.most {
            sheet.fault(
                at: entries[Self.most].place, "more than \(Self.most) parts are not read; remove those from here on")
        }
        return PlatformFile(parts: sheet.hasErrors ? nil : parts)
    }

    private static let most = 5000

    private static func read(_ fields: Fields, _ names: Names) -> PlatformPart? {
        let name = fields.required("name", "feature-store", fields.line)
        let kind = fields.required("kind", "platform") { fields.choice($0, of: PlatformPart.Kind.self) }
        let owner = fields.line("owner")
        let state = fields.required("state", "live") { fields.choice($0, of: PlatformPart.State.self) }
        let aka = fields.list("aka", "[features]") { node -> (text: String, place: Place)? in
            fields.line(of: node, "an entry of `aka`").map { ($0, node.place) }
        }
        let note = fields.text("note")
        if let name, let place = fields.value("name")?.place {
            names.add([(name, place)] + aka, on: fields.sheet)
        }
        guard let name, let kind, let state else { return nil }
        return PlatformPart(
            name: name, kind: kind, owner: owner, state: state, aka: aka.map(\.text), note: note)
    }
}

/// The names that were read so far, to find two parts of one name.
private final class Names {
    private var seen: [PieceName: (name: String, line: Int)] = [:]

    /// Takes the names of one part. Among themselves they may be alike.
    func add(_ names: [(text: String, place: Place)], on sheet: Sheet) {
        var own: [PieceName: (name: String, line: Int)] = [:]
        for (text, place) in names {
            guard let name = PieceName(text) else {
                sheet.fault(at: place, "`\(visible(text))` has no letter or digit; write a name that people can say")
                continue
            }
            if let earlier = seen[name] {
                let same = earlier.name == text ? "" : ", as `\(visible(earlier.name))`"
                sheet.fault(
                    at: place,
                    "`\(visible(text))` is already the name of another part on line \(earlier.line)\(same); make them one "
                        + "part, or give this one another name")
            } else {
                own[name] = (text, sheet.line(of: place))
            }
        }
        seen.merge(own) { first, _ in first }
    }
}
