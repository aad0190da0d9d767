import Yams

/// The nodes of a YAML text in the order in which they begin, to measure how deep and how many they are.
struct Outline {
    /// Levels that are read at most; the formats here have five.
    static let deepest = 64
    /// Values that are read at most, those that aliases repeat included.
    static let mostNodes = 100_000
    static let mostAliases = 1000

    private struct Entry {
        let place: Place
        let depth: Int
        let anchor: String?
        /// The index after its last descendant.
        var end: Int
        /// What the aliases in it add: nodes, and levels.
        var extraNodes = 0
        var extraDepth = 0
    }

    private var entries: [Entry] = []

    /// - Important: The parser that made the node has to be alive, because nodes hold their anchors weakly.
    init(_ root: Node) {
        var open: [Int] = []
        var ahead = [(node: root, depth: 1)]
        while let (node, depth) = ahead.popLast() {
            while let last = open.last, entries[last].depth >= depth { entries[open.removeLast()].end = entries.count }
            open.append(entries.count)
            entries.append(
                Entry(
                    place: node.place ?? entries.last?.place ?? .start, depth: depth, anchor: node.anchor?.rawValue,
                    end: entries.count + 1))
            guard depth <= Self.deepest, entries.count <= Self.mostNodes else { continue }
            switch node {
            case .mapping(let mapping):
                for (key, value) in mapping.reversed() { ahead += [(value, depth + 1), (key, depth + 1)] }
            case .sequence(let sequence): ahead += sequence.reversed().map { ($0, depth + 1) }
            case .scalar, .alias: break
            }
        }
        while let last = open.popLast() { entries[last].end = entries.count }
    }

    /// Whether the text, its aliases resolved, is neither too deep nor too long; the sheet then says where it isn't.
    func isWithinLimits(aliases: Aliases, on sheet: Sheet) -> Bool {
        if let entry = entries.first(where: { $0.depth > Self.deepest }) {
            sheet.fault(at: entry.place, Self.tooDeep)
            return false
        }
        if entries.count > Self.mostNodes {
            sheet.fault(at: entries[Self.mostNodes].place, "more than \(Self.mostNodes) values; split the file")
            return false
        }
        if aliases.uses.count > Self.mostAliases {
            sheet.fault(
                at: aliases.uses[Self.mostAliases].place, "more than \(Self.mostAliases) aliases; write them out")
            return false
        }
        var copy = self
        return copy.resolve(aliases, on: sheet)
    }

    private mutating func resolve(_ aliases: Aliases, on sheet: Sheet) -> Bool {
        let anchors = Dictionary(grouping: entries.indices.filter { entries[$0].anchor != nil }) { entries[$0].anchor }
        var measured: [Int: (nodes: Int, depth: Int)] = [:]
        var total = entries.count
        for use in aliases.uses {
            // Where a use is only a word in a sentence this may be a later place in it: no less is counted for that.
            let holder = lastEntry(startingBefore: use.place)
            for anchor in anchors[use.name] ?? [] where entries[anchor].end <= holder {
                let size = measured[anchor] ?? size(of: anchor)
                measured[anchor] = size
                entries[holder].extraNodes = min(Self.mostNodes + 1, entries[holder].extraNodes + size.nodes)
                entries[holder].extraDepth = max(entries[holder].extraDepth, size.depth)
                total += size.nodes
                if total > Self.mostNodes {
                    sheet.fault(at: use.place, "aliases repeat more than \(Self.mostNodes) values; write them out")
                    return false
                }
                if entries[holder].depth + size.depth > Self.deepest {
                    sheet.fault(at: use.place, Self.tooDeep)
                    return false
                }
            }
        }
        return true
    }

    private func size(of anchor: Int) -> (nodes: Int, depth: Int) {
        let range = entries[anchor..<entries[anchor].end]
        let nodes = range.reduce(0) { $0 + 1 + $1.extraNodes }
        let depth = range.map { $0.depth - entries[anchor].depth + max(1, $0.extraDepth) }.max() ?? 1
        return (nodes, depth)
    }

    /// The last node that begins at or before this place.
    private func lastEntry(startingBefore place: Place) -> Int {
        var (low, high) = (0, entries.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if entries[middle].place <= place { low = middle } else { high = middle }
        }
        return low
    }

    /// Where the brackets of a text that the YAML library gave up on are too deep.
    static func firstTooDeep(in text: String) -> Place? {
        var (place, depth) = (Place.start, 0)
        for scalar in text.unicodeScalars {
            if scalar == "[" || scalar == "{" { depth += 1 }
            if scalar == "]" || scalar == "}" { depth -= 1 }
            if depth > deepest { return place }
            place.advance(over: scalar)
        }
        return nil
    }

    static let tooDeep = "nested too deeply here; \(deepest) levels are read at most"
}
