import Yams

/// Turns YAML text into nodes, within limits that keep a hostile file from costing more than a moment.
enum YAMLText {
    /// The root; nil where the text is faulty or empty, which the sheet then says.
    static func root(of text: String, on sheet: Sheet) -> Node? {
        if let place = ComplexKeys.firstOfTooMany(in: text) {
            sheet.fault(at: place, "keys that are lists or mappings are not read here; use words as keys")
            return nil
        }
        // Without its aliases the text can't grow; only when their cost is known is the real one read.
        let aliases = Aliases(in: text)
        guard let (neutral, parser) = parse(aliases.neutralText, on: sheet),
            withExtendedLifetime(parser, { Outline(neutral).isWithinLimits(aliases: aliases, on: sheet) })
        else { return nil }
        return aliases.isEmpty ? neutral : parse(text, on: sheet)?.root
    }

    /// Duplicate keys are disguised one by one until the text reads; the text is read again for each.
    private static func parse(_ text: String, on sheet: Sheet) -> (root: Node, parser: Parser)? {
        // A few bytes more, because the library keeps a pointer into the text, and very short texts move.
        var text = text + String(repeating: "\n", count: 16)
        var budget = max(8_000_000, text.utf8.count * 3)
        var turn = 0
        while true {
            do {
                let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
                if let node = try parser.singleRoot() { return (node, parser) }
                sheet.fault(at: .start, "there is nothing in it; write its keys, such as `name: …`")
                return nil
            } catch YamlError.duplicatedKeysInMapping(let names, let context) {
                budget -= text.utf8.count
                guard budget > 0, let disguised = DuplicateKeys.disguised(text, keyAt: Place(context.mark), turn: turn)
                else {
                    let name = visible(DuplicateKeys.original(of: names.first ?? ""))
                    sheet.fault(at: Place(context.mark), "the key `\(name)` is here more than once; keep one")
                    return nil
                }
                text = disguised
                turn += 1
            } catch {
                sheet.report(error)
                return nil
            }
        }
    }
}

extension Sheet {
    /// Reports why the YAML library gave up, with what can be done about it.
    fileprivate func report(_ error: any Error) {
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            let isAtEnd = problem.contains("end of stream")
            let place = Place(isAtEnd ? context?.mark ?? mark : mark)
            let words = [context?.text, problem].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
            fault(at: place, "this is not YAML: \(visible(words, atMost: 200))\(SyntaxAdvice.advice(for: problem))")
        case YamlError.memory:
            fault(at: .start, "the file is nested too deeply; \(Outline.deepest) levels are read at most")
        default:
            fault(at: .start, "this is not YAML: \(visible("\(error)", atMost: 200))")
        }
    }
}
