import Council
import Foundation

/// The version of what terminals and host say to each other. It goes first, and changes with every frame that an older
/// program would not read.
let lineVersion = 2

/// A line of the other end; nil if it is no frame, or has a number in it that nobody means.
func frame<Frame: Decodable>(_ type: Frame.Type, in line: [UInt8]) -> Frame? {
    ModestNumbers.fill(line) ? try? JSONDecoder().decode(type, from: Data(line)) : nil
}

/// What a terminal says to the host of a meeting: one line of JSON each.
enum ClientFrame: Codable, Sendable {
    /// Says for whom the terminal speaks. Only a relay says it, and only one that runs under the host's own account is
    /// believed.
    case relay(version: Int, on: String, handle: Handle?)
    /// The first frame of a terminal.
    ///
    /// - Parameters:
    ///   - knows: The number of the last entry that it has.
    ///   - isPresenter: Whether it shows what a guest may see, whoever opened it.
    case hello(version: Int, program: String, terminal: String?, knows: Int, isPresenter: Bool)
    /// - Parameters:
    ///   - known: How many entries of the same request the terminal knew when it asked first.
    ///   - motion: The motion that was open for it then: a ballot counts on no other.
    case ask(id: UUID, known: Int, motion: Int?, request: Request)
    case draft(item: ItemID?, text: String)
    case who
}

/// What the host says to a terminal.
enum HostFrame: Codable, Sendable {
    /// - Parameters:
    ///   - handle: The handle that the host knows the terminal by; nil for a guest.
    ///   - docket: What lies before the council, as long as no entry says so.
    ///   - entries: The number of the last entry.
    case welcome(
        version: Int, program: String, date: CalendarDay, handle: Handle?, docket: Docket?, drafts: [Draft],
        entries: Int)
    /// Entries from number `from` on, in place of all that the terminal has from there.
    case entries(from: Int, rows: [WireEntry])
    /// - Parameter why: Why it was refused; nil if it is recorded.
    case answer(id: UUID, why: String?)
    case terminals([JoinedTerminal])
    /// A relay found no host: why. The terminal may try again.
    case absent(why: String)
    /// The last frame: why the host lets go of the terminal.
    case goodbye(why: String)

    struct Draft: Codable, Sendable {
        let item: ItemID?
        let text: String
    }
}

/// An entry on its way to a terminal.
struct WireEntry: Codable, Sendable {
    let number: Int
    /// Milliseconds since 1970.
    let at: Int64
    let request: UUID?
    let author: Handle?
    let kind: String
    let version: Int
    let item: String?
    let ordinal: Int?
    let who: String?
    let word: String?
    let text: String?
    let detail: String?

    init(_ entry: Entry, _ coder: ActCoder) throws(PayloadFault) {
        let payload = try coder.payload(of: entry.act)
        (number, request, author) = (entry.number, entry.request, entry.author)
        at = Int64((entry.at.timeIntervalSince1970 * 1000).rounded())
        (kind, version, item, ordinal) = (payload.kind, payload.version, payload.item, payload.ordinal)
        (who, word, text) = (payload.who, payload.word, payload.text)
        detail = payload.detail.map { String(decoding: $0, as: UTF8.self) }
    }

    func entry(_ coder: ActCoder) throws(PayloadFault) -> Entry {
        guard at.magnitude <= ModestNumbers.largest else { throw PayloadFault(reason: "its time is no time") }
        let payload = ActPayload(
            kind: kind, version: version, item: item, ordinal: ordinal, who: who, word: word, text: text,
            detail: detail.map { Data($0.utf8) })
        return Entry(
            number: number, at: Date(timeIntervalSince1970: Double(at) / 1000), act: try coder.act(from: payload),
            request: request, author: author)
    }
}

/// A terminal at a meeting, for the list of who is there.
public struct JoinedTerminal: Codable, Equatable, Sendable {
    /// Nil for a guest, and for whoever the host's account is if it is nobody's.
    public let handle: Handle?
    /// The account, and the host or device that the terminal named.
    public let place: String
    public let isHost: Bool
    public let isPresenter: Bool
    public let since: Date
    /// Nil if nobody can say: a server knows who is connected, and not who is there.
    public let heard: Date?
}
