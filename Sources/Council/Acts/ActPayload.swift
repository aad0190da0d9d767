import Foundation

/// An act as a ledger keeps it: frequent acts in plain columns, which cost little to read and can be queried; the others
/// as JSON.
public struct ActPayload: Equatable, Sendable {
    /// Names the kind of act, such as `noted`.
    public var kind: String
    /// Of the form in which this kind is written; from 1.
    public var version: Int
    public var item: String?
    /// The number of the note, motion, action or entry that the act is about.
    public var ordinal: Int?
    public var who: String?
    /// A presence, a kind of note or a ballot's choice.
    public var word: String?
    /// A note's text, or a reason.
    public var text: String?
    /// JSON of the whole act, or of the docket, with sorted keys; nil if the columns hold all of it.
    public var detail: Data?

    public init(
        kind: String, version: Int, item: String? = nil, ordinal: Int? = nil, who: String? = nil, word: String? = nil,
        text: String? = nil, detail: Data? = nil
    ) {
        self.kind = kind
        self.version = version
        self.item = item
        self.ordinal = ordinal
        self.who = who
        self.word = word
        self.text = text
        self.detail = detail
    }
}

/// Turns acts into payloads and back. Make one for many acts: setting up the JSON coders costs more than an act.
public struct ActCoder: Sendable {
    private let versions: PayloadVersions
    private let encoder: JSONEncoder
    private let decoder: JSONDecoder

    public init() { self.init(versions: .all) }

    init(versions: PayloadVersions) {
        self.versions = versions
        encoder = JSONEncoder()
        // The bytes of an act must not change.
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .millisecondsSince1970
        decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .millisecondsSince1970
    }

    /// - Throws: `PayloadFault` if a value has no form in JSON, such as a number that is infinite.
    public func payload(of act: Act) throws(PayloadFault) -> ActPayload {
        let columns = ActPayload(columnsOf: act)
        let version = versions.current(of: columns.kind)
        // Many stores end a text at its first NUL, which JSON escapes.
        let hasNUL = [columns.item, columns.who, columns.text].contains { $0?.utf8.contains(0) ?? false }
        if !hasNUL, ActPayload.plainKinds.contains(columns.kind) {
            var plain = columns
            plain.version = version
            return plain
        }
        do {
            return ActPayload(kind: columns.kind, version: version, detail: try detail(of: act))
        } catch {
            throw PayloadFault(reason: "the act “\(columns.kind)” has no form: \(error)")
        }
    }

    /// - Throws: `PayloadFault` if the kind, or its form, is not known.
    public func act(from payload: ActPayload) throws(PayloadFault) -> Act {
        let (kind, version) = (payload.kind, payload.version)
        let current = versions.current(of: kind)
        guard version <= current else {
            throw PayloadFault(reason: "its form, version \(version), is newer than this program")
        }
        if version < current {
            do {
                return try act(
                    kind, detail: try versions.lift(payload.detail ?? Data(), of: kind, from: version))
            } catch {
                throw PayloadFault(reason: "its form, version \(version), can't be brought up to date")
            }
        }
        if let detail = payload.detail {
            do {
                return try act(kind, detail: detail)
            } catch {
                throw PayloadFault(reason: "its detail has another form")
            }
        }
        guard let act = payload.plainAct else { throw PayloadFault(reason: "an act “\(kind)” is not known") }
        return act
    }

    /// The docket stands alone, since every start of the program decodes it: decoding it as a case of `Act` takes a third
    /// longer.
    private func detail(of act: Act) throws -> Data {
        if case .docket(let docket) = act { return try encoder.encode(docket) }
        return try encoder.encode(act)
    }

    private func act(_ kind: String, detail: Data) throws -> Act {
        if kind == "docket" { return .docket(try decoder.decode(Docket.self, from: detail)) }
        return try decoder.decode(Act.self, from: detail)
    }
}

/// Why an act can't be kept, or a payload can't be read.
public struct PayloadFault: Error, Equatable {
    /// Such as `an act “x” is not known`.
    public let reason: String

    public init(reason: String) { self.reason = reason }
}
