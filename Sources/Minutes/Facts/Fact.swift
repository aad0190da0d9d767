import Mustache

/// A piece of the minutes in the one shape that all formats are made of: templates look names up in it, and
/// `record.json` is it, written out.
///
/// Text is cleaned where a fact is made and nowhere else, so that nothing reaches a format uncleaned.
enum Fact: Equatable, Sendable {
    case text(String)
    case number(Int)
    /// A number that need not be whole.
    case real(Double)
    case truth(Bool)
    /// A time, a day, a text with its own formatting: how programs read it, and the forms in which people do, by name.
    /// Kept apart, so that a fact is small enough to be handed to templates without a copy of its own.
    indirect case formed(String, forms: [String: String])
    case list([Fact])
    /// In the order in which the names are to be written.
    case record([Field])
    /// Not known, not done, not there.
    case nothing

    struct Field: Equatable, Sendable {
        let name: String
        let fact: Fact
    }
}

extension Fact {
    /// The fact that a value of the model is, by its stored properties.
    init(reflecting value: Any) {
        switch value {
        // Types are asked for by name: asking thousands of values for a protocol is slow.
        case let text as String: self = .text(text.cleaned)
        case let moment as Moment: self = moment.fact
        case let number as Int: self = .number(number)
        // JSON has no word for what is not finite.
        case let real as Double: self = real.isFinite ? .real(real) : .nothing
        case let truth as Bool: self = .truth(truth)
        case let day as Day: self = day.fact
        case let block as MarkdownBlock: self = block.fact
        case let digest as HeadDigest: self = digest.fact
        default: self.init(mirroring: Mirror(reflecting: value), of: value)
        }
    }

    private init(mirroring mirror: Mirror, of value: Any) {
        switch mirror.displayStyle {
        case .optional:
            guard let wrapped = mirror.children.first else {
                self = .nothing
                return
            }
            self.init(reflecting: wrapped.value)
        case .collection where value is [ItemModel]:
            // Nearly all that there is: every note of the meeting.
            self = .list((value as? [ItemModel] ?? []).concurrentMap { Fact(reflecting: $0) })
        case .collection: self = .list(mirror.children.map { Fact(reflecting: $0.value) })
        default:
            self = .record(
                mirror.children.compactMap { child in
                    child.label.map { Field(name: $0, fact: Fact(reflecting: child.value)) }
                })
        }
    }
}

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
        case .text, .number, .real, .truth, .list: nil
        }
    }

    /// Lists and truths are sections of the library's own; nil makes an empty text, and a section that is not shown.
    var representation: Any? {
        switch self {
        case .list(let facts): facts
        case .truth(let truth): truth
        case .nothing: nil
        case .text, .number, .real, .formed, .record: self
        }
    }

    var renderText: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .real(let real): Self.digits(of: real)
        case .truth(let truth): String(truth)
        case .formed(let value, _): value
        case .list, .record, .nothing: ""
        }
    }

    var isNull: Bool { self == .nothing }

    func transform(_ name: String) -> Any? { renderText.transform(name) }
}
