import Council
import Foundation

extension ActColumns {
    init(_ act: Act, encoder: JSONEncoder = ActColumns.encoder) throws(RecordError) {
        self = Self.plain(act)
        // SQLite's text ends at the first NUL, so that such text goes where it is escaped.
        let hasNUL = [item, who, text].contains { $0?.utf8.contains(0) ?? false }
        guard hasNUL || !Self.isPlain(kind) else { return }
        do {
            self = ActColumns(kind)
            detail = String(decoding: try Self.detail(of: act, encoder), as: UTF8.self)
        } catch {
            throw .unwritable(what: "the act “\(kind)”", reason: "\(error)")
        }
    }

    /// The docket stands alone, as it is decoded with every start of the program: what the others have in common would
    /// take a third of the time that it takes itself.
    private static func detail(of act: Act, _ encoder: JSONEncoder) throws -> Data {
        if case .docket(let docket) = act { return try encoder.encode(docket) }
        return try encoder.encode(act)
    }

    /// Bytes are stable: keys are sorted.
    static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .millisecondsSince1970
        return encoder
    }

    private static func isPlain(_ kind: String) -> Bool {
        switch kind {
        case "docket", "moved", "tallied", "ruled", "amended", "decided", "assigned", "clocked", "closed": false
        default: true
        }
    }

    /// The columns of an act, without its detail.
    private static func plain(_ act: Act) -> ActColumns {
        switch act {
        case .docket: ActColumns("docket")
        case .rolled(let who, let presence): ActColumns("rolled", who: who, word: presence.rawValue)
        case .opened: ActColumns("opened")
        case .chaired(let who, let reason): ActColumns("chaired", who: who, text: reason)
        case .went(let item): ActColumns("went", item: item)
        case .noted(let item, let number, let speaker, let kind, let text):
            ActColumns("noted", item: item, ordinal: number, who: speaker, word: kind.rawValue, text: text)
        case .reworded(let item, let number, let text):
            ActColumns("reworded", item: item, ordinal: number, text: text)
        case .struck(let item, let number): ActColumns("struck", item: item, ordinal: number)
        case .resolved(let item, let number, let reason):
            ActColumns("resolved", item: item, ordinal: number, text: reason)
        case .moved: ActColumns("moved")
        case .balloted(let motion, let ballot):
            ActColumns(
                "balloted", ordinal: motion, who: ballot.who, word: ballot.choice.rawValue, text: ballot.reason)
        case .tallied: ActColumns("tallied")
        case .escalated(let motion, let reason): ActColumns("escalated", ordinal: motion, text: reason)
        case .ruled: ActColumns("ruled")
        case .amended: ActColumns("amended")
        case .decided: ActColumns("decided")
        case .assigned: ActColumns("assigned")
        case .finished(let action): ActColumns("finished", ordinal: action)
        case .clocked: ActColumns("clocked")
        case .closed: ActColumns("closed")
        case .reopened(let reason): ActColumns("reopened", text: reason)
        case .undone(let entry): ActColumns("undone", ordinal: entry)
        case .redone(let entry): ActColumns("redone", ordinal: entry)
        }
    }
}
