import Council

@testable import Agendas

/// The files of `agendas/` and `themes/`: every fault has its place in the file, and what is read once is read the same
/// from what is written of it.
extension Harness {
    static let handles = ["priya", "tomas", "wen", "bo", "mei", "lena", "analytics"].map { Handle($0) }
    static let ids: Set = ["prep-time", "promo-uplift", "vector-store", "old"]
    static let day = CalendarDay(daysSinceEpoch: 20_782)

    static var files: [Harness] {
        [
            Harness(name: "agenda") { bytes in _ = agenda(bytes) },
            Harness(name: "council") { bytes in
                _ = sheet(bytes) { text, sheet in _ = CouncilFile.read(text, home: "/nowhere", on: sheet) }
            },
            Harness(name: "platform") { bytes in
                _ = sheet(bytes) { text, sheet in _ = PlatformFile.read(text, on: sheet) }
            },
            Harness(name: "person") { bytes in _ = words(bytes) },
            Harness(name: "theme") { bytes in
                _ = sheet(bytes) { text, sheet in _ = SchemeFile.read(text, roles: ["accent", "rule"], on: sheet) }
            },
            Harness(name: "proposal") { bytes in
                guard let proposal = proposal(bytes) else { return }
                let written = ProposalText.text(of: proposal)
                let again = Harness.proposal(Array(written.utf8))
                expect(again != nil, "a proposal is faulty as it is written:\n\(written)")
                expect(again?.title == proposal.title, "another title: \(written)")
            },
        ]
    }

    static func agenda(_ bytes: [UInt8]) -> Agenda? {
        var agenda: Agenda?
        let surroundings = AgendaFile.Surroundings(date: day, handles: handles, proposals: .read(ids))
        _ = sheet(bytes) { text, sheet in agenda = AgendaFile.read(text, surroundings, on: sheet).agenda }
        return agenda
    }

    static func words(_ bytes: [UInt8]) -> PersonalWords? {
        var words: PersonalWords?
        let surroundings = PersonFile.Surroundings(handles: handles) { day in
            day == Harness.day ? .known([ItemID("prep-time"), ItemID("chair-rotation")]) : nil
        }
        _ = sheet(bytes) { text, sheet in words = PersonFile.read(text, named: "bo", surroundings, on: sheet) }
        return words
    }

    static func proposal(_ bytes: [UInt8]) -> Proposal? {
        var proposal: Proposal?
        let surroundings = ProposalFile.Surroundings(proposals: .read(ids)) { $0 == "old" ? "prep-time" : nil }
        let sheet = sheet(bytes) { text, sheet in
            proposal = ProposalFile.read(text, id: "prep-time", surroundings, on: sheet)
        }
        return sheet.hasErrors ? nil : proposal
    }

    /// The lines as an editor counts them.
    private static func lines(of bytes: [UInt8]) -> [String] {
        var lines: [[UInt8]] = [[]]
        var last: UInt8 = 0
        for byte in bytes {
            if byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") && last != UInt8(ascii: "\r") {
                lines.append([])
            } else if byte != UInt8(ascii: "\n") {
                lines[lines.count - 1].append(byte)
            }
            last = byte
        }
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Reads a file as the program does, and looks at its faults.
    private static func sheet(_ bytes: [UInt8], _ body: (String, Sheet) -> Void) -> Sheet {
        let sheet = Shelf.sheet("file", saying: bytes, body)
        let lines = lines(of: bytes)
        for fault in sheet.faults {
            expectHarmless(fault.message, "a fault")
            expect(fault.message.utf8.count < 2000, "a fault of \(fault.message.utf8.count) bytes")
            guard (1...lines.count).contains(fault.line) else {
                expect(false, "a fault on line \(fault.line) of \(lines.count): \(fault)")
                continue
            }
            expect((1...lines[fault.line - 1].count + 2).contains(fault.column), "a fault beside its line: \(fault)")
        }
        return sheet
    }
}
