import Glibc
import Screen

/// Cuts the bytes that a terminal sends into whole keys, mouse reports and pastes.
///
/// It never waits. An unfinished piece stays here until the rest comes or its time is up.
struct InputBuffer {
    /// A complete piece of input.
    enum Piece: Equatable {
        /// A character or a control character. Escape is one if nothing followed it.
        case character(Unicode.Scalar)
        /// Escape and what came with it: a function key, or a key with Alt.
        case sequence([UInt8])
        case mouse(MouseEvent)
        /// The text pasted, its invalid UTF-8 replaced by `�`.
        case paste(String)
    }

    typealias Moment = ContinuousClock.Instant

    /// How long Escape waits for what makes it another key.
    static let escapePatience: Duration = .milliseconds(25)
    /// How long a paste waits for its next byte. After that its end mark must have been lost.
    static let pastePatience: Duration = .seconds(1)

    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

    /// An unfinished piece.
    private var held: [UInt8] = []
    /// What was pasted so far, while a paste goes on.
    private var pasted: [UInt8]?
    /// When the last bytes came.
    private var lastCame: Moment?

    /// Whether a paste goes on, so that whatever comes belongs to it.
    var isPasting: Bool { pasted != nil }

    /// When `expire` has something to do; nil if never. Half a character waits for its other half for ever.
    var deadline: Moment? {
        guard let lastCame else { return nil }
        if isPasting { return lastCame + InputBuffer.pastePatience }
        return held.first == InputCutter.escape ? lastCame + InputBuffer.escapePatience : nil
    }

    /// Takes bytes and returns the pieces that they complete, in order.
    mutating func take(_ bytes: some Collection<UInt8>, at moment: @autoclosure () -> Moment) -> [Piece] {
        // Most keys are a byte that nothing belongs to, and nothing waits after it.
        if bytes.count == 1, let byte = bytes.first, byte < 0x80, byte != InputCutter.escape, held.isEmpty, !isPasting {
            return [.character(Unicode.Scalar(byte))]
        }
        let moment = moment()
        lastCame = moment
        if isPasting { return paste(bytes, at: moment) }
        held += bytes
        var pieces: [Piece] = []
        var cutter = InputCutter(held)
        while let cut = cutter.next() {
            switch cut {
            case .piece(let piece): pieces.append(piece)
            case .pasteBegins:
                held = []
                pasted = []
                return pieces + paste(cutter.rest, at: moment)
            }
        }
        held = Array(cutter.rest)
        return pieces
    }

    /// Returns what is unfinished and has waited long enough, if it means anything.
    mutating func expire(at moment: @autoclosure () -> Moment) -> [Piece] {
        guard let deadline, moment() >= deadline else { return [] }
        return finish()
    }

    /// Returns what is unfinished, because nothing more comes.
    mutating func finish() -> [Piece] {
        defer {
            held = []
            pasted = nil
        }
        if let pasted { return [.paste(String(decoding: pasted, as: UTF8.self))] }
        return InputCutter.remains(of: held)
    }

    /// Takes the bytes of a paste and of what follows it.
    private mutating func paste(_ bytes: some Collection<UInt8>, at moment: Moment) -> [Piece] {
        guard var text = pasted else { return [] }
        // The end mark may have begun with the bytes before these.
        let start = max(0, text.count - InputBuffer.pasteEnd.count + 1)
        // With a single owner, a long paste is not copied at each of its parts.
        pasted = nil
        text += bytes
        guard let end = InputBuffer.end(in: text, from: start) else {
            pasted = text
            return []
        }
        let rest = Array(text[(end + InputBuffer.pasteEnd.count)...])
        text.removeSubrange(end...)
        return [.paste(String(decoding: text, as: UTF8.self))] + take(rest, at: moment)
    }

    /// Where the end mark begins.
    private static func end(in text: [UInt8], from start: Int) -> Int? {
        text.withUnsafeBytes { text in
            var place = start
            while place < text.count, let base = text.baseAddress,
                let escape = memchr(base + place, Int32(InputCutter.escape), text.count - place)
            {
                place = base.distance(to: escape)
                if text[place...].starts(with: pasteEnd) { return place }
                place += 1
            }
            return nil
        }
    }
}
