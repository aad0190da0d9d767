import Screen

/// Cuts complete pieces off the front of input, by the rules of ECMA-48 and the additions of xterm, rxvt and Linux.
struct InputCutter {
    enum Cut: Equatable {
        case piece(InputBuffer.Piece)
        case pasteBegins
    }

    static let escape: UInt8 = 0x1B
    private static let pasteBegin: [UInt8] = Array("\u{1B}[200~".utf8)
    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)
    /// No key's sequence is longer.
    private static let longest = 64

    /// What stands at the front, and how many bytes it takes.
    private enum Front {
        case piece(InputBuffer.Piece, Int)
        case pasteBegins(Int)
        /// Bytes that mean nothing.
        case nothing(Int)
        case unfinished
    }

    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// What has not been cut off yet.
    var rest: ArraySlice<UInt8> { bytes[index...] }

    /// The next piece; nil if what is left is unfinished, or there is nothing left.
    mutating func next() -> Cut? {
        while index < bytes.count {
            switch front(at: index) {
            case .piece(let piece, let count):
                index += count
                return .piece(piece)
            case .pasteBegins(let count):
                index += count
                return .pasteBegins
            case .nothing(let count): index += count
            case .unfinished: return nil
            }
        }
        return nil
    }

    /// What an unfinished piece means when nothing follows: a key that was typed, or nothing.
    static func remains(of held: [UInt8]) -> [InputBuffer.Piece] {
        guard held.first == escape else {
            return held.isEmpty ? [] : [.character("\u{FFFD}")]
        }
        switch Array(held.dropFirst()) {
        case []: return [.character("\u{1B}")]
        // A key with Alt. The last one is also a function key of some terminals.
        case Array("[".utf8), Array("O".utf8), Array("[M".utf8): return [.sequence(held)]
        // Half a function key, or half a mouse report.
        case let rest where rest.first == UInt8(ascii: "[") || rest.first == UInt8(ascii: "O"): return []
        case let rest: return [.character("\u{1B}")] + remains(of: rest)
        }
    }

    private func front(at start: Int) -> Front {
        guard bytes[start] == InputCutter.escape else { return character(at: start) }
        guard start + 1 < bytes.count else { return .unfinished }
        switch bytes[start + 1] {
        case UInt8(ascii: "["): return control(at: start)
        case UInt8(ascii: "O"): return shifted(at: start)
        case InputCutter.escape: return escapedTwice(at: start)
        default:
            guard case .piece(.character, let count) = character(at: start + 1) else { return .unfinished }
            return sequence(start, 1 + count)
        }
    }

    private func sequence(_ start: Int, _ count: Int) -> Front {
        .piece(.sequence(Array(bytes[start..<start + count])), count)
    }

    /// One character; an invalid byte is `�`.
    private func character(at start: Int) -> Front {
        var iterator = bytes[start...].makeIterator()
        var parser = Unicode.UTF8.ForwardParser()
        switch parser.parseScalar(from: &iterator) {
        case .valid(let encoded):
            return .piece(.character(Unicode.UTF8.decode(encoded)), encoded.count)
        case .error(let count):
            let isCutOff = start + count == bytes.count && count < InputCutter.length(after: bytes[start])
            return isCutOff ? .unfinished : .piece(.character("\u{FFFD}"), count)
        case .emptyInput: return .unfinished
        }
    }

    /// Bytes of the character that a byte begins.
    private static func length(after first: UInt8) -> Int {
        switch first {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }

    /// Escape and `O`: a function key, perhaps with a number in between. Anything else is `O` with Alt.
    private func shifted(at start: Int) -> Front {
        for place in start + 2..<max(start + 2, bytes.count) {
            switch bytes[place] {
            case 0x30...0x39 where place - start < InputCutter.longest: continue
            case 0x20...0x7E: return sequence(start, place + 1 - start)
            default: return sequence(start, 2)
            }
        }
        return .unfinished
    }

    /// Escape twice: a function key with Alt, or two keys.
    private func escapedTwice(at start: Int) -> Front {
        guard start + 2 < bytes.count else { return .unfinished }
        guard [UInt8(ascii: "["), UInt8(ascii: "O")].contains(bytes[start + 2]) else {
            // The second Escape does not wait for a key: what follows is a key without Alt.
            return sequence(start, 2)
        }
        switch front(at: start + 1) {
        case .piece(.sequence(let sequence), let count):
            return .piece(.sequence([InputCutter.escape] + sequence), count + 1)
        case .unfinished: return .unfinished
        default: return .piece(.character("\u{1B}"), 1)
        }
    }

    /// Escape and `[`: parameters, intermediate bytes, and a final one.
    private func control(at start: Int) -> Front {
        guard start + 2 < bytes.count else { return .unfinished }
        switch bytes[start + 2] {
        // The first function keys of the Linux console.
        case UInt8(ascii: "["): return start + 3 < bytes.count ? sequence(start, 4) : .unfinished
        case UInt8(ascii: "M"):
            guard start + 5 < bytes.count else { return .unfinished }
            return mouse(MouseReport(plain: bytes[start + 3], bytes[start + 4], bytes[start + 5]), 6)
        default: break
        }
        for place in start + 2..<bytes.count {
            let count = place + 1 - start
            guard count <= InputCutter.longest else { return .nothing(count) }
            switch bytes[place] {
            // This is how rxvt ends keys with Shift.
            case UInt8(ascii: "$") where bytes[start + 2..<place].allSatisfy({ (0x30...0x39).contains($0) }):
                return sequence(start, count)
            case 0x20...0x3F: continue
            case 0x40...0x7E: return control(start, count)
            // The sequence was cut off, and something else begins.
            default: return place == start + 2 ? sequence(start, 2) : .nothing(place - start)
            }
        }
        return .unfinished
    }

    private func control(_ start: Int, _ count: Int) -> Front {
        let whole = bytes[start..<start + count]
        if whole.elementsEqual(InputCutter.pasteBegin) { return .pasteBegins(count) }
        if whole.elementsEqual(InputCutter.pasteEnd) { return .nothing(count) }
        if whole.dropFirst(2).first == UInt8(ascii: "<") {
            return mouse(MouseReport(extended: whole.dropFirst(3)), count)
        }
        return sequence(start, count)
    }

    private func mouse(_ report: MouseReport, _ count: Int) -> Front {
        report.event.map { .piece(.mouse($0), count) } ?? .nothing(count)
    }
}
