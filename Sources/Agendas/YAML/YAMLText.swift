import Yams

/// Turns YAML text into nodes, within limits that keep a hostile file from costing more than a moment.
enum YAMLText {
    /// The root; nil where the text is faulty or empty, which the sheet then says.
    ///
    /// - Parameter example: A key that the text could begin with.
    static func root(of text: String, such example: String, on sheet: Sheet) -> Node? {
        if let place = ComplexKeys.firstOfTooMany(in: text) {
            sheet.fault(at: place, "keys that are lists or mappings are not read here; use words as keys")
            return nil
        }
        // Without its aliases the text can't grow; only when their cost is known is the real one read.
        let aliases = Aliases(in: text)
        guard let (neutral, parser) = parse(aliases.neutralText, such: example, on: sheet),
            withExtendedLifetime(parser, { Outline(neutral).isWithinLimits(aliases: aliases, on: sheet) })
        else { return nil }
        return aliases.isEmpty ? neutral : parse(text, such: example, on: sheet)?.root
    }

    /// Duplicate keys are disguised one by one until the text reads; the text is read again for each.
    private static func parse(_ text: String, such example: String, on sheet: Sheet) -> (root: Node, parser: Parser)? {
        // A few bytes more, because the library keeps a pointer into the text, and very short texts move.
        var text = text + String(repeating: "\n", count: 16)
        var budget = max(3_000_000, text.utf8.count * 2)
        var turn = 0
        while true {
            do {
                let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
                if let node = try parser.singleRoot() { return (node, parser) }
                sheet.fault(at: .start, "no key is here; write the first, such as `\(example)`")
                return nil
            } catch YamlError.duplicatedKeysInMapping(let names, let context) {
                budget -= text.utf8.count
                guard budget > 0, let disguised = DuplicateKeys.disguised(text, keyAt: Place(context.mark), turn: turn)
                else {
                    let key = names.first.map { "`\(visible(DuplicateKeys.original(of: $0)))`" } ?? "a key"
                    sheet.fault(at: Place(context.mark), "\(key) is here more than once as a key; keep one of them")
                    return nil
                }
                text = disguised
                turn += 1
            } catch {
                sheet.report(error, in: text)
                return nil
            }
        }
    }
}

extension Sheet {
    /// Reports why the YAML library gave up, with what can be done about it.
    fileprivate func report(_ error: any Error, in text: String) {
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            if problem.lowercased().contains("nesting level") {
                return fault(at: Outline.firstTooDeep(in: text) ?? Place(mark), Outline.tooDeep)
            }
            // What is never closed is missed only at the end, but it is at its beginning that a person must look.
            let isAtEnd = Place(mark) > Place.end(of: text)
            let place = Place(isAtEnd ? context?.mark ?? mark : mark)
            let words = [context?.text, problem].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
            fault(at: place, "this is not YAML: \(visible(words, atMost: 200))\(SyntaxAdvice.advice(for: problem))")
        default:
            fault(at: .start, "this is not YAML: \(visible("\(error)", atMost: 200))")
        }
    }
}
