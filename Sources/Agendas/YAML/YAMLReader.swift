/// Makes nodes of a YAML text, within limits that keep a hostile file from costing more than a moment.
struct YAMLReader: ~Copyable {
    /// Levels that are read at most; the formats here have five.
    static let deepest = 64
    /// Values that are read at most, those that aliases repeat included.
    static let mostValues = 100_000
    static let mostAliases = 1000

    /// A node, and how much is in it with its aliases written out.
    private struct Measured {
        let node: Node
        let values: Int
        let levels: Int
    }

    private var events: YAMLEvents
    private var anchors: [String: Measured] = [:]
    private var values = 0
    private var aliases = 0

    private init(_ events: consuming YAMLEvents) { self.events = events }

    /// The root of a text; nil if the text is empty or faulty, and the sheet then has the fault.
    ///
    /// - Parameter example: A key that the text could begin with.
    static func root(of text: String, such example: String, on sheet: Sheet) -> Node? {
        do throws(SyntaxProblem) {
            var reader = YAMLReader(YAMLEvents(text))
            if let root = try reader.root() { return root }
            sheet.fault(at: .start, "there are no keys here; begin with one, such as `\(example)`")
        } catch {
            sheet.fault(at: error.place, error.message)
        }
        return nil
    }

    /// The root of the only document; nil if there is none.
    private mutating func root() throws(SyntaxProblem) -> Node? {
        guard case .documentStart = try events.next().event else { return nil }
        let (event, place) = try events.next()
        let root = try read(event, at: place, depth: 1).node
        _ = try events.next()
        let (after, second) = try events.next()
        guard case .streamEnd = after else {
            throw SyntaxProblem(
                "a second document begins here; keep one document in a file, and remove this `---`", at: second)
        }
        return root
    }

    /// Reads the value that begins with this event.
    private mutating func read(
        _ event: YAMLEvents.Event, at place: Place, depth: Int
    ) throws(SyntaxProblem) -> Measured {
        if case .alias(let name) = event { return try value(ofAlias: name, at: place, depth: depth) }
        guard depth <= Self.deepest else { throw .tooDeep(at: place) }
        let before = values
        values += 1
        guard values <= Self.mostValues else {
            throw SyntaxProblem("more than \(Self.mostValues) values; split the file", at: place)
        }
        var levels = 1
        let content: Node.Content
        let (tag, anchor): (String?, String?)
        switch event {
        case .scalar(let scalar, let itsTag, let itsAnchor):
            (content, tag, anchor) = (.scalar(scalar), itsTag, itsAnchor)
        case .start(let collection, let itsTag, let itsAnchor):
            let parts = try parts(depth: depth)
            levels += parts.map(\.levels).max() ?? 0
            (content, tag, anchor) = (Self.content(collection, parts.map(\.node)), itsTag, itsAnchor)
        case .alias, .end, .documentStart, .documentEnd, .streamEnd:
            throw SyntaxProblem("a value is missing", at: place)
        }
        let measured = Measured(
            node: Node(content: content, place: place, tag: tag), values: values - before, levels: levels)
        if let anchor { anchors[anchor] = measured }
        return measured
    }

    /// Everything up to the end of the collection that has just begun; of a mapping, keys and values by turns.
    private mutating func parts(depth: Int) throws(SyntaxProblem) -> [Measured] {
        var parts: [Measured] = []
        while true {
            let (event, place) = try events.next()
            if case .end = event { return parts }
            parts.append(try read(event, at: place, depth: depth + 1))
        }
    }

    private static func content(_ collection: YAMLEvents.Collection, _ parts: [Node]) -> Node.Content {
        switch collection {
        case .sequence: .sequence(parts)
        case .mapping:
            .mapping(stride(from: 0, to: parts.count - 1, by: 2).map { (key: parts[$0], value: parts[$0 + 1]) })
        }
    }

    /// An alias inside an anchor inside an alias doubles a text at every turn, so each one counts with all it repeats.
    private mutating func value(ofAlias name: String, at place: Place, depth: Int) throws(SyntaxProblem) -> Measured {
        guard let measured = anchors[name] else {
            let shown = visible(name)
            throw SyntaxProblem(
                "nothing before `*\(shown)` is named `&\(shown)`; name a value so, or put the text in quotes", at: place
            )
        }
        aliases += 1
        guard aliases <= Self.mostAliases else {
            throw SyntaxProblem("more than \(Self.mostAliases) aliases; use fewer", at: place)
        }
        values += measured.values
        guard values <= Self.mostValues else {
            throw SyntaxProblem("aliases repeat more than \(Self.mostValues) values; use fewer", at: place)
        }
        guard depth + measured.levels - 1 <= Self.deepest else { throw .tooDeep(at: place) }
        return measured
    }
}

extension SyntaxProblem {
    static func tooDeep(at place: Place) -> SyntaxProblem {
        SyntaxProblem("nested too deeply here; \(YAMLReader.deepest) levels are read at most", at: place)
    }
}
