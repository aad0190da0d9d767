import Foundation

/// An act as a ledger keeps it: plain columns for the frequent kinds, JSON for the others.
public struct ActPayload: Equatable, Sendable {
    public var kind: String
    /// The form of the payload, from 1; see `ActKind.lifts`.
    public var version: Int
    public var item: String?
    public var ordinal: Int?
    public var who: String?
    public var word: String?
    public var text: String?
    /// JSON of the act with sorted keys; nil if the columns hold it all.
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

    fileprivate init(kind: String, version: Int, columns: ActColumns) {
        self.init(
            kind: kind, version: version, item: columns.item?.rawValue, ordinal: columns.ordinal,
            who: columns.who?.rawValue, word: columns.word, text: columns.text)
    }

    fileprivate var columns: ActColumns {
        ActColumns(
            item: item.map(ItemID.init(rawValue:)), ordinal: ordinal, who: who.map(Handle.init(rawValue:)), word: word,
            text: text)
    }
}

/// Lifts a payload's JSON object by one version.
public typealias PayloadLift = @Sendable (_ payload: inout [String: Any]) throws -> Void

/// Why a payload can't be read or written, as the end of a sentence: `an act “danced” is not known`.
public struct PayloadFault: Error, Equatable, Sendable {
    public let reason: String

    public init(reason: String) { self.reason = reason }
}

/// Turns acts into payloads and back. Made once for many acts, since JSON coders are dear to set up.
public struct ActCoder: Sendable {
    private let kinds: [String: any ActKind.Type]
    private let encoder: JSONEncoder
    private let decoder: JSONDecoder

    public init() { self.init(Act.kinds) }

    init(_ kinds: [any ActKind.Type]) {
        self.kinds = Dictionary(kinds.map { ($0.name, $0) }) { first, _ in first }
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .millisecondsSince1970
        decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .millisecondsSince1970
    }

    /// The version of a kind's payload that is written now; nil if the kind is not known.
    public static func version(of kind: String) -> Int? {
        Act.kinds.first { $0.name == kind }.map { $0.lifts.count + 1 }
    }

    public func payload(of act: Act) throws(PayloadFault) -> ActPayload {
        let kind = act.kind
        let (name, version) = (type(of: kind).name, type(of: kind).lifts.count + 1)
        if let columns = kind.columns, !columns.hasNUL {
            return ActPayload(kind: name, version: version, columns: columns)
        }
        do {
            return ActPayload(kind: name, version: version, detail: try detail(of: kind))
        } catch {
            throw PayloadFault(reason: "the act “\(name)” has no form: \(error)")
        }
    }

    public func act(from payload: ActPayload) throws(PayloadFault) -> Act {
        guard let kind = kinds[payload.kind] else {
            throw PayloadFault(reason: "an act “\(payload.kind)” is not known")
        }
        let current = kind.lifts.count + 1
        guard payload.version >= 1 else {
            throw PayloadFault(reason: "there is no form with the number \(payload.version)")
        }
        guard payload.version <= current else {
            throw PayloadFault(reason: "its form, version \(payload.version), is newer than this program")
        }
        guard payload.ordinal.map({ $0.magnitude <= ModestNumbers.largest }) ?? true else {
            throw PayloadFault(reason: "its number \(payload.ordinal ?? 0) is too large")
        }
        guard let detail = payload.detail else {
            guard let read = kind.init(payload.columns) else {
                throw PayloadFault(reason: "the columns hold no act “\(payload.kind)”")
            }
            return read.act
        }
        guard ModestNumbers.fill(detail) else { throw PayloadFault(reason: "a number in its detail is too large") }
        do {
            guard payload.version < current else { return try decode(kind, detail) }
            return try decode(kind, try lift(detail, by: kind.lifts.dropFirst(payload.version - 1)))
        } catch {
            let form =
                payload.version < current ? "its form, version \(payload.version), can't be brought up to date" : nil
            throw PayloadFault(reason: form ?? "its detail has another form")
        }
    }

    // MARK: JSON

    /// The docket stands alone, since it is decoded at every start: the object around it would take a third of the time
    /// that the docket takes. Every other act is an object with one key, its kind.
    private func detail(of kind: some ActKind) throws -> Data {
        if let docket = kind as? Docket { return try encoder.encode(docket) }
        return try encoder.encode([type(of: kind).name: kind])
    }

    private func decode<Kind: ActKind>(_ kind: Kind.Type, _ detail: Data) throws -> Act {
        if let docket = kind as? Docket.Type { return .docket(try decoder.decode(docket, from: detail)) }
        guard let read = try decoder.decode([String: Kind].self, from: detail)[Kind.name] else {
            throw PayloadFault(reason: "its detail has another form")
        }
        return read.act
    }

    private func lift(_ detail: Data, by lifts: ArraySlice<PayloadLift>) throws -> Data {
        var object = try JSONSerialization.jsonObject(with: detail) as? [String: Any] ?? [:]
        for lift in lifts { try lift(&object) }
        return try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
    }
}
