import Agendas
import Testing

@Suite struct FaultTests {
    @Test func readsAsCompilersWriteIt() {
        let fault = Fault(file: "agendas/council.yaml", line: 3, column: 7, message: "unknown key `nam`")
        #expect("\(fault)" == "agendas/council.yaml:3:7: error: unknown key `nam`")
    }

    @Test func quotedTextCannotDriveATerminal() {
        #expect(visible("a\u{1B}[31m\n\u{202E}b\u{9B}") == #"a\u{1B}[31m\u{A}\u{202E}b\u{9B}"#)
        #expect(visible("naïve 陳美玲 👩‍🔬") == #"naïve 陳美玲 👩\u{200D}🔬"#)
        #expect(visible(String(repeating: "x", count: 1000)) == String(repeating: "x", count: 48) + "…")
    }

    @Test func standInTheOrderOfTheFile() {
        let faults = [("b", 1, 1), ("a", 10, 1), ("a", 2, 9), ("a", 2, 3)].map {
            Fault(file: $0.0, line: $0.1, column: $0.2, message: "m")
        }
        #expect(Faults(faults).faults.map { "\($0.file)\($0.line).\($0.column)" } == ["a2.3", "a2.9", "a10.1", "b1.1"])
    }
}
