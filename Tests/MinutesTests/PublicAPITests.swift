import Council
import Minutes
import Testing

@Suite struct PublicAPITests {
    @Test func `Each format has a file of its own`() {
        #expect(
            Minutes.Format.allCases.map(\.fileName) == ["minutes.md", "minutes.html", "summary.eml", "record.json"])
    }
}
