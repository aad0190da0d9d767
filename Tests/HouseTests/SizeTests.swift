import Testing

@Suite struct SizeTests {
    /// Lines that can be read in one sitting.
    private static let most = 500

    @Test func noFileIsTooLongToReadInOneSitting() throws {
        for source in try House.sources() {
            #expect(source.lines.count <= Self.most, "\(source.path) has \(source.lines.count) lines")
        }
    }
}
