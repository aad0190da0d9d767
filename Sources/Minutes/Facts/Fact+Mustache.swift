import Mustache

/// A fact as templates see it, made once for all of them.
struct FactContext: @unchecked Sendable {
    // Numbers, texts, and lists and dictionaries of such: nobody changes them, so that several threads may read them.
    let value: Any

    init(_ fact: Fact) { value = fact.context }
}

extension Fact {
    fileprivate var context: Any {
        switch self {
        case .text(let text): text
        case .number(let number): number
        case .truth(let truth): truth
        case .dated(let iso, let forms): forms.merging(["iso": iso]) { form, _ in form } as [String: Any]
        case .list(let facts): facts.map(\.context)
        case .record(let fields):
            Dictionary(fields.map { ($0.name, $0.fact.context) }, uniquingKeysWith: { first, _ in first })
        case .nothing: Absent()
        }
    }
}

/// A name that is there and has no value.
///
/// Without it a template would look the name up in the record around, and print another record's reason as this one's.
private struct Absent: MustacheCustomRenderable, MustacheParent {
    var renderText: String { "" }
    var isNull: Bool { true }

    func child(named: String) -> Any? { self }
}
