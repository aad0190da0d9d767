import Foundation

/// A reader of what others wrote, and what must hold of all that it reads.
struct Harness {
    let name: String
    let read: ([UInt8]) -> Void

    /// The inputs that are kept for a harness lie in the folder of its name, `Corpus/NAME`.
    static var all: [Harness] { files + edits + texts + keys + meetings + live }

    static func named(_ name: String) -> Harness? { all.first { $0.name == name } }
}

/// Ends the process with a sentence if something does not hold, so that libFuzzer keeps the input.
func expect(_ holds: Bool, _ sentence: @autoclosure () -> String) {
    guard !holds else { return }
    FileHandle.standardError.write(Data("does not hold: \(sentence())\n".utf8))
    abort()
}

/// A terminal must not be driven by a text, nor a line be broken by it.
func expectHarmless(_ text: String, _ what: @autoclosure () -> String, lines: Bool = false) {
    let bad = text.unicodeScalars.first { scalar in
        switch scalar.value {
        case 0x0A: !lines
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
    expect(bad == nil, "\(what()) has U+\(String(bad?.value ?? 0, radix: 16)) in it: \(text.debugDescription)")
}
