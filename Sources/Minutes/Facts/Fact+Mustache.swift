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
        case .dated(let iso, let forms): Record(forms.merging(["iso": iso]) { form, _ in form })
        case .list(let facts): facts.map(\.context)
        case .record(let fields):
            Record(Dictionary(fields.map { ($0.name, $0.fact.context) }, uniquingKeysWith: { first, _ in first }))
        case .nothing: Absent()
        }
    }
}

/// Facts by name.
///
/// The library looks into dictionaries as well; whether one of them may be looked into it finds out anew for each name
/// in each line, which takes longer than all the rest.
private final class Record: MustacheParent {
    private let fields: [String: Any]

    init(_ fields: [String: Any]) { self.fields = fields }

    func child(named name: String) -> Any? { fields[name] }
}

/// A name that is there and has no value.
///
/// Without it a template would look the name up in the record around, and print another record's reason as this one's.
private struct Absent: MustacheCustomRenderable, MustacheParent {
    var renderText: String { "" }
    var isNull: Bool { true }

    func child(named: String) -> Any? { self }
}
