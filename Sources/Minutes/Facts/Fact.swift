import Host
import Mustache

/// A piece of the minutes in the one shape from which all formats are made. Templates look up names in it, and
/// `record.json` is all of it written out.
///
/// Text is cleaned when a fact is made, so that no format gets uncleaned text.
enum Fact: Equatable, Sendable {
    case text(String)
    case number(Int)
    /// A number that need not be whole.
    case real(Double)
    case truth(Bool)
    /// A time, a day, or a text with its own formatting: the value for programs, and the forms for people by name.
    /// It is indirect, so that a fact stays small enough to be handed to templates without an allocation.
    indirect case formed(String, forms: [String: String])
    case list([Fact])
    /// In the order in which they are written.
    case record([Field])
    /// A fact that is not known, not done or not there.
    case nothing

    struct Field: Equatable, Sendable {
        let name: String
        let fact: Fact
    }
}

extension Fact {
    /// A value of the model as a fact, with its stored properties.
    init(reflecting value: Any) {
        switch value {
        // Concrete types are tested, because a test for a protocol is slow for thousands of values.
        case let text as String: self = .text(text.cleaned)
        case let moment as Moment: self = moment.fact
        case let note as NoteModel: self = note.fact
        case let ballot as BallotModel: self = ballot.fact
        case let concern as ConcernModel: self = concern.fact
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

    /// The record with one more field.
    func adding(_ value: Any, named name: String) -> Fact {
        guard case .record(let fields) = self else { return self }
        return .record(fields + [Field(name: name, fact: Fact(reflecting: value))])
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
            // The items hold nearly everything, such as every note of the meeting.
            self = .list((value as? [ItemModel] ?? []).concurrentMap { Fact(reflecting: $0) })
        case .collection where value is [NoteModel]: self = .list((value as? [NoteModel] ?? []).map(\.fact))
        case .collection where value is [ActionModel]: self = .list((value as? [ActionModel] ?? []).map(\.fact))
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
/// The library tests each value for its protocols again and again. A test that fails takes longest, so a fact conforms to
/// all of them.
extension Fact: MustacheParent, MustacheCustomRenderable, MustacheCustomRepresentation, MustacheTransformable {
    /// The fact of a name; nil if there is no such name, so that the library looks it up in the enclosing record.
    ///
    /// A name without a value is `nothing`, which ends the search. Otherwise a template could print another record's
    /// reason as this one's.
    func child(named name: String) -> Any? { child(name) }

    func child(_ name: String) -> Fact? {
        switch self {
        case .record(let fields): fields.first { $0.name == name }?.fact
        case .formed(_, let forms): forms[name].map { .text($0) }
        case .nothing: .nothing
        case .text, .number, .real, .truth, .list: nil
        }
    }

    /// The library has sections for lists and truths. Nil makes an empty text, and hides a section.
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
