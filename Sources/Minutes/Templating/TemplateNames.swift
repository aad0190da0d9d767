import Council

/// The names that a template asks for, held against what it is rendered with.
///
/// The library looks a mistyped name up, finds nothing and prints nothing. This reads the tags of a template that the
/// library has read already; it leaves alone what stands behind a change of delimiters.
struct TemplateNames {
    /// A name that nothing is called, where its tag begins. Lines and columns count from 1.
    struct Fault: Equatable {
        let line: Int
        let column: Int
        let sentence: String
    }

    private struct Tag {
        /// `#`, `^`, `/` or `>`; anything else asks for a value.
        let sign: Substring
        /// The functions around the name, such as `empty` in `{{#empty(votes)}}`.
        let functions: [String]
        /// Empty where a function is about the place in a list, such as `last()`.
        let path: [String]
        let start: Substring.Index

        var name: String { path.isEmpty ? "." : path.joined(separator: ".") }
    }

    private let source: Substring
    private let tags: [Tag]

    init(in source: String) {
        self.source = source.prefix(upTo: source.range(of: "{{=")?.lowerBound ?? source.endIndex)
        let tag = /\{\{\{?\s*([#^\/&!>%]?)\s*([^{}]*?)\s*\}\}/
        tags = self.source.matches(of: tag).filter { $0.1 != "!" && $0.1 != "%" }.map { match in
            let parts = match.2.split(separator: "(", omittingEmptySubsequences: false).map { $0.trimmed }
            let name = parts.last?.prefix { $0 != ")" } ?? ""
            return Tag(
                sign: match.1, functions: parts.dropLast(), path: name.split(separator: ".").map(String.init),
                start: match.range.lowerBound)
        }
    }

    /// - Parameter specimen: what the template is rendered with, each list with an element and nothing left out.
    func faults(against specimen: Fact) -> [Fault] {
        var faults: [Fault] = []
        // What each open section looks names up in; empty within one that nothing is known of.
        var scopes: [[Fact]] = [[specimen]]
        for tag in tags {
            let scope = scopes.last ?? []
            guard tag.sign != "/" else {
                if scopes.count > 1 { scopes.removeLast() }
                continue
            }
            let found = scope.isEmpty ? nil : Fact.find(tag.path, in: scope)
            if !scope.isEmpty, let sentence = whyNot(tag, found, in: scope) { faults.append(fault(at: tag, sentence)) }
            switch (tag.sign, found) {
            case ("#", nil): scopes.append([])
            case ("#", .list(let facts)?): scopes.append(scope + facts.prefix(1))
            case ("#", let fact?): scopes.append(scope + [fact])
            case ("^", _): scopes.append(scope)
            default: break
            }
        }
        return faults
    }

    /// What is wrong with a tag, and what would be right; nil where nothing is.
    private func whyNot(_ tag: Tag, _ found: Fact?, in scope: [Fact]) -> String? {
        if tag.sign == ">" { return "templates here have no parts to be put in: write the text where it is to stand" }
        if let unknown = tag.functions.first(where: { !Self.functions.contains($0) }) {
            let hint = nearest(to: unknown, among: Self.functions).map { "did you mean `\($0)`?" }
            return "no function is called `\(unknown)`: \(hint ?? "there are \(listed(Self.functions))")"
        }
        guard let found else { return whyUnknown(tag, in: scope) }
        guard tag.functions.isEmpty, tag.sign.isEmpty || tag.sign == "&" else { return nil }
        switch found {
        case .list:
            return "`\(tag.name)` is a list: write {{#\(tag.name)}}…{{/\(tag.name)}} around what is said of each"
        case .record, .formed:
            return "`\(tag.name)` has parts: write \(listed(found.names.map { "{{\(tag.name).\($0)}}" }, "or"))"
        case .text, .number, .real, .truth, .nothing: return nil
        }
    }

    private func whyUnknown(_ tag: Tag, in scope: [Fact]) -> String {
        // The first part that leads nowhere is the one that is mistyped.
        let known = tag.path.indices.first { Fact.find(Array(tag.path[...$0]), in: scope) == nil } ?? 0
        let before = Array(tag.path[..<known])
        let there = known == 0 ? scope.reversed().flatMap(\.names) : Fact.find(before, in: scope)?.names ?? []
        let hint = nearest(to: tag.path[known], among: there).map { name in
            "did you mean `\((before + [name] + tag.path[(known + 1)...]).joined(separator: "."))`?"
        }
        return "nothing is called `\(tag.name)` here: \(hint ?? "there are \(listed(there))")"
    }

    private func fault(at tag: Tag, _ sentence: String) -> Fault {
        let lines = source[..<tag.start].split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return Fault(line: lines.count, column: (lines.last?.count ?? 0) + 1, sentence: sentence)
    }

    /// The library's functions (https://docs.hummingbird.codes, Mustache, transforms).
    private static let functions = [
        "capitalized", "count", "empty", "enumerated", "equalzero", "even", "first", "index", "last", "lowercased",
        "minusone", "odd",
        "plusone", "reversed", "sorted", "uppercased",
    ]
}

extension Fact {
    /// What a path leads to: its first name is looked up from the innermost record outwards, the others from there.
    fileprivate static func find(_ path: [String], in scope: [Fact]) -> Fact? {
        guard let first = path.first else { return scope.last }
        let start = scope.reversed().lazy.compactMap { $0.child(first) }.first
        return path.dropFirst().reduce(start) { $0?.child($1) }
    }

    /// What a template can ask it for.
    fileprivate var names: [String] {
        switch self {
        case .record(let fields): fields.map(\.name)
        case .formed(_, let forms): forms.keys.sorted()
        case .text, .number, .real, .truth, .list, .nothing: []
        }
    }
}
