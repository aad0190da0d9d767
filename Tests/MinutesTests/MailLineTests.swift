import Foundation
import Testing

@testable import Minutes

/// The lines of a mail, which every mail system on the way may read.
@Suite struct MailLineTests {
    /// A line `.` alone ends a mail, and `From ` at its start begins one in a mailbox file.
    @Test func noLineEndsAMailOrBeginsOne() {
        let lines = ["", ".", "..", ".x", "x.", "From here", "Fromage", "a From b"]
        #expect(
            QuotedPrintable.encode(lines) == ["", "=2E", "=2E.", "=2Ex", "x.", "=46rom here", "Fromage", "a From b"])
        // A long line may be broken anywhere.
        for length in 70...80 {
            for ending in ["From here", ".", "..", ". From"] {
                let broken = QuotedPrintable.encode([String(repeating: "x", count: length) + ending])
                #expect(broken.allSatisfy { $0 != "." && !$0.hasPrefix("From ") }, "\(broken)")
            }
        }
    }

    @Test func encodedLinesHaveAtMostSeventySixCharactersAndNoBlankAtTheEnd() throws {
        let lines = (70...80).flatMap { count in
            ["x", "é", " ", "=", "語"].flatMap {
                [String(repeating: $0, count: count), "é " + String(repeating: $0, count: count) + " "]
            }
        }
        let encoded = QuotedPrintable.encode(lines)
        #expect(encoded.map(\.utf8.count).max() == 76)
        #expect(encoded.allSatisfy { !$0.hasSuffix(" ") })
        let decoded = try Reading.of(encoded.joined(separator: "\n"), by: "python3", ["-m", "quopri", "-d"])
        #expect(decoded == lines.joined(separator: "\n"))
    }

    /// RFC 2047, section 2: a reader may leave a longer word as it is.
    @Test(arguments: ["é", "Zoë ", "語", "陳美玲 ", "🏳️‍🌈", "=?"])
    func anEncodedWordHasAtMostSeventyFiveCharacters(text: String) {
        let long = String(repeating: text, count: 60).trimmed
        for words in [EncodedWord.text(long).split(separator: " ").map(String.init), EncodedWord.phrase(long)] {
            #expect(words.count > 1)
            #expect(words.allSatisfy { $0.hasPrefix("=?utf-8?") && $0.hasSuffix("?=") && $0.utf8.count <= 75 })
            #expect(EncodedWord.decoded(words.joined(separator: " ")) == long)
        }
    }

    /// No text begins a header of its own, wherever it comes from.
    @Test(arguments: ["\n", "\r", "\r\n", "\n ", "\u{0}", "\u{85}", "\u{2028}"])
    func aHeaderIsOneHeader(end: String) {
        var header = MailHeader()
        header.add("Subject", "a\(end)Bcc:\(end)x@example.com")
        #expect(header.lines.count == 1)
        #expect(header.lines.allSatisfy { $0.utf8.allSatisfy { 0x20..<0x7F ~= $0 } }, "\(header.lines)")
    }

    @Test func aMailWithoutASenderIsNotSentAndABccInAnyCaseIsHidden() throws {
        func mail(from: String) throws(MinutesError) -> OutgoingMail {
            try OutgoingMail(
                "From: \(from)\nTo: \"One, A.\" <a@example.com>, A@EXAMPLE.com\nBCC: b@example.com,\n c@example.com\n"
                    + "Message-ID: <1@example.com>\n\nText\n")
        }
        #expect(throws: MinutesError.self) { try mail(from: "Council <ml-council@example.invalid>") }
        let sent = try mail(from: "s@example.com")
        #expect(sent.to == ["a@example.com"])
        #expect(sent.bcc == ["b@example.com", "c@example.com"])
        #expect(!sent.text.contains("b@example.com") && !sent.text.contains(" c@example.com\n"))
    }

    @Test func aLocalPartHasAtMostSixtyFourCharacters() throws {
        let long = String(repeating: "x", count: 64)
        #expect(try Mailbox(long + "@example.com").address.utf8.count == 76)
        #expect(throws: MinutesError.self) { try Mailbox(long + "x@example.com") }
    }
}
