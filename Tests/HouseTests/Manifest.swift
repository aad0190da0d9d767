/// The targets that `Package.swift` declares.
struct Manifest {
    struct Target: Equatable {
        let name: String
        let isTest: Bool
        /// Targets of this package and products of others, by the names that `import` uses.
        let dependencies: [String]
    }

    let targets: [Target]

    /// Reads the text of a manifest. It needs no more of Swift than strings, labels and brackets.
    init(_ text: String) {
        let tokens = Token.all(in: text)
        var targets: [Target] = []
        var next = 0
        while next + 2 < tokens.count {
            guard tokens[next] == .sign("."), case .word(let kind) = tokens[next + 1], Self.kinds.contains(kind),
                tokens[next + 2] == .sign("(")
            else {
                next += 1
                continue
            }
            let inside = Self.inside(of: next + 2, in: tokens)
            if let name = Self.name(in: inside) {
                let isTest = kind == "testTarget" || Self.liesInTests(inside)
                targets.append(Target(name: name, isTest: isTest, dependencies: Self.dependencies(in: inside)))
            }
            next = inside.endIndex
        }
        self.targets = targets
    }

    private static let kinds = ["target", "executableTarget", "systemLibrary", "testTarget", "macro", "plugin"]

    /// What stands between a bracket and the one that closes it.
    private static func inside(of open: Int, in tokens: some RandomAccessCollection<Token>) -> ArraySlice<Token> {
        let tokens = Array(tokens)
        var depth = 0
        for (index, token) in tokens.enumerated().dropFirst(open) {
            if token == .sign("(") || token == .sign("[") { depth += 1 }
            if token == .sign(")") || token == .sign("]") { depth -= 1 }
            if depth == 0 { return tokens[open + 1..<index] }
        }
        return tokens[(open + 1)...]
    }

    private static func name(in arguments: ArraySlice<Token>) -> String? {
        guard arguments.starts(with: [.word("name"), .sign(":")]), case .text(let name)? = arguments.dropFirst(2).first
        else { return nil }
        return name
    }

    /// Whether the target is for tests alone, as its `path:` says.
    private static func liesInTests(_ arguments: ArraySlice<Token>) -> Bool {
        arguments.contains { if case .text(let text) = $0 { text.hasPrefix("Tests/") } else { false } }
    }

    /// The strings of the list `dependencies:`: bare ones, and the `name:` of a product, but not its `package:`.
    private static func dependencies(in arguments: ArraySlice<Token>) -> [String] {
        let arguments = Array(arguments)
        guard let label = arguments.firstIndex(of: .word("dependencies")), label + 2 < arguments.count else {
            return []
        }
        let list = inside(of: label + 2, in: arguments)
        return list.indices.compactMap { index in
            guard case .text(let name) = list[index] else { return nil }
            let isLabelled = index - 2 >= list.startIndex && list[index - 1] == .sign(":")
            return !isLabelled || list[index - 2] == .word("name") ? name : nil
        }
    }

    private enum Token: Equatable {
        /// The inside of a string literal.
        case text(String)
        case word(String)
        case sign(Character)

        /// The tokens of a text, comments left out.
        static func all(in text: String) -> [Token] {
            text.matches(of: /\/\/[^\n]*|"([^"]*)"|(\w+)|\S/).compactMap { match in
                if let inside = match.output.1 { return .text(String(inside)) }
                if let word = match.output.2 { return .word(String(word)) }
                return match.output.0.hasPrefix("//") ? nil : match.output.0.first.map(Token.sign)
            }
        }
    }
}
