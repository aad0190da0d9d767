import Agendas
import Foundation
import Testing

/// Files with bytes deleted, inserted, changed, repeated and moved. Whatever comes of it is read or refused.
@Suite struct MutationTests {
    @Test(arguments: ["council.yaml", "2026-11-25.yaml", "proposals/prep-time.md"])
    func neverCrash(_ name: String) throws {
        let folder = try TemporaryFolder()
        let original = Array((Self.files[name] ?? "").utf8)
        try folder.write(name, bytes: original)
        #expect(folder.faults([folder.path(name)]) == [])
        var random = SeededGenerator(seed: 20_261_125)
        var refused = 0
        for round in 0..<1500 {
            let bytes = Self.mutated(original, &random)
            try folder.write(name, bytes: bytes)
            let faults = folder.folder.check(paths: [folder.path(name)])
            let lines = String(decoding: bytes, as: UTF8.self).split(
                omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            for fault in faults where !(1...lines.count).contains(fault.line) || fault.column < 1 {
                Issue.record("round \(round): \(fault)")
            }
            for fault in faults where "\(fault)".unicodeScalars.contains(where: { $0.value < 32 }) {
                Issue.record("round \(round): \(fault) can drive a terminal")
            }
            refused += faults.isEmpty ? 0 : 1
        }
        // If nearly nothing were refused, the mutations would not reach the parser's hard cases.
        #expect(refused > 700)
    }

    private static func mutated(_ original: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let start = Int.random(in: bytes.indices, using: &random)
            let end = min(bytes.count, start + Int.random(in: 1...12, using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes.removeSubrange(start..<end)
            case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
            case 2: bytes[start] = UInt8.random(in: 0...255, using: &random)
            case 3: bytes.insert(contentsOf: interesting.randomElement(using: &random) ?? [], at: start)
            case 4: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            default:
                let piece = Array(bytes[start..<end])
                bytes.removeSubrange(start..<end)
                bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &random))
            }
        }
        return bytes
    }

    private static let interesting = [
        "---\n", "- ", "? ", ": ", "&a ", "*a", "<<: *a", "!!set ", "[", "]", "{", "}", "\"", "'", "|\n", ">-\n", "\t",
        "\r",
        "#", "%YAML 9.9\n", "\u{FEFF}", "\u{2028}", "\u{85}", "\u{202E}", "\u{F0041}", "\u{0}", "\\", ",", "\n\n",
        "...\n",
    ].map { Array($0.utf8) }

    private static let files = [
        "council.yaml": """
        # The council.
        name: "ML Council"
        timezone: 'Europe/Berlin'
        chair: { member: priya, since: 2026-03-01, term_months: 12 }
        members:
          - { handle: priya, name: Priya Raman, email: priya@example.com, discipline: data-science }
          - handle: tomas
            name: Tomás Vidal
        practitioners: [{ handle: lena, name: Lena Ortiz }]
        voting: { quorum: 1/2, majority: simple, of: cast, chair: tie-break }
        interested: &list [ml-review@example.com]
        mail: { from: C <c@example.com>, reply_to: c@example.com, list_id: c.example.com, subject: "[C]" }
        """,
        "2026-11-25.yaml": """
        date: 2026-11-25
        start: "10:00"
        minutes: 60
        scribe: tomas
        items:
          - { proposal: prep-time, minutes: 15, presenter: lena, interested: &list [a@example.com] }
          - topic: Chair rotation
            interested: *list
            text: |
              The term *ends* in March: "soon".

              - one
        """,
        "proposals/prep-time.md": """
        ---
        title: Dispatch by predicted prep time
        kind: application            # application | technology | hiring
        sponsor: Lena Ortiz <lena@example.com>
        tech_lead: { name: Lena Ortiz, role: ml-engineer }
        team:
          - { name: Lena Ortiz, role: ml-engineer }
        impact: { value: 4200000, unit: USD/year, note: "from the 3-city holdout" }
        baseline: { method: "oldest order first", share: 25% }
        engineering_alone: false
        data: [orders, store-events]
        leads:
          - { role: data-science, name: Ravi Das, verdict: changes, date: 2026-11-18, note: "too short" }
        ---
        ## Solution
        Text.
        """,
    ]
}

/// The same numbers for the same seed, so that a failure can be repeated (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
