import Council

/// Texts, and lists of them.
extension Fields {
    /// A text on one line, without white space at its ends and without control characters.
    func line(_ name: String) -> String? { value(name).flatMap { line(of: $0, "`\(name)`") } }

    /// A text of any number of lines, without white space at its ends and without other control characters.
    func text(_ name: String) -> String? { value(name).flatMap { text(of: $0, "`\(name)`") } }

    /// A list of one-line texts; empty if none is given.
    func lines(_ name: String) -> [String] {
        list(name, "[one, two]") { self.line(of: $0, "an entry of `\(name)`") }
    }

    /// The mapping under a key.
    func mapping<Value>(_ name: String, _ read: (Fields) -> Value?) -> Value? {
        value(name).flatMap { sheet.mapping($0, "`\(name)`", read) }
    }

    /// A list of mappings. `what` is an entry in people's words, such as `a member`.
    func mappings<Value>(_ name: String, _ what: String, _ read: (Fields) -> Value?) -> [Value] {
        list(name, "[{ … }, { … }]") { self.sheet.mapping($0, what, read) }
    }

    /// Every entry of a list that could be read; empty if no list is given.
    func list<Value>(_ name: String, _ example: String, _ read: (Node) -> Value?) -> [Value] {
        guard let node = value(name) else { return [] }
        guard let sequence = node.sequence, sheet.isUntagged(node, report: true) else {
            if node.sequence == nil {
                fault(name, "`\(name)` must be a list, such as `\(name): \(example)`, not \(node.description)")
            }
            return []
        }
        if sequence.count > Self.longestList {
            sheet.fault(
                at: sequence[Self.longestList].place,
                "`\(name)` has more than \(Self.longestList) entries; remove those from here on")
            return []
        }
        return sequence.compactMap(read)
    }

    static var longestList: Int { 1000 }

    func line(of node: Node, _ label: String) -> String? {
        guard let text = text(of: node, label) else { return nil }
        if text.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t") }) {
            sheet.fault(at: node.place, "\(label) must be one line of text, without tabs")
            return nil
        }
        return text
    }

    func text(of node: Node, _ label: String) -> String? {
        guard sheet.isUntagged(node, report: true) else { return nil }
        guard let scalar = node.scalar, !node.isNull else {
            sheet.fault(at: node.place, "\(label) must be a text, not \(node.description)")
            return nil
        }
        let text = scalar.string.trimmed
        if text.isEmpty {
            sheet.fault(at: node.place, "\(label) is an empty text; write one, or remove it")
            return nil
        }
        // Most of all text, without a look into Unicode's tables.
        let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
        if !isPlain, let control = text.unicodeScalars.first(where: { Self.isControl($0) }) {
            sheet.fault(at: node.place, "\(label) has the control character `\(visible(String(control)))`; remove it")
            return nil
        }
        return text
    }

    /// Whether it is a control character or line end other than tab and `\n`. A quoted YAML text can spell them as
    /// escapes.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        if (0x20..<0x7F).contains(scalar.value) { return false }
        return switch scalar.properties.generalCategory {
        case .control: scalar != "\n" && scalar != "\t"
        case .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
