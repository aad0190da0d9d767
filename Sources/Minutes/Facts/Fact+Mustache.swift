import Mustache

/// A fact as templates see it.
///
/// The library finds out of each value anew which of its protocols it has, and asking for one that a value has not
/// takes longest; so a fact has them all.
extension Fact: MustacheParent, MustacheCustomRenderable, MustacheCustomRepresentation, MustacheTransformable {
    /// What a name leads to; nil where there is no such name, so that it is looked up in the record around.
    ///
    /// A name that is there and has no value is `nothing`, and ends the search: otherwise a template would print
    /// another record's reason as this one's.
    func child(named name: String) -> Any? { child(name) }

    func child(_ name: String) -> Fact? {
        switch self {
        case .record(let fields): fields.first { $0.name == name }?.fact
        case .formed(_, let forms): forms[name].map { .text($0) }
        case .nothing: .nothing
        case .text, .number, .truth, .list: nil
        }
    }

    /// Lists and truths are sections of the library's own; nil makes an empty text, and a section that is not shown.
    var representation: Any? {
        switch self {
        case .list(let facts): facts
        case .truth(let truth): truth
        case .nothing: nil
        case .text, .number, .formed, .record: self
        }
    }

    var renderText: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .truth(let truth): String(truth)
        case .formed(let value, _): value
        case .list, .record, .nothing: ""
        }
    }

    var isNull: Bool { self == .nothing }

    func transform(_ name: String) -> Any? { renderText.transform(name) }
}
