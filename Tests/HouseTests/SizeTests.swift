import Testing

@Suite struct SizeTests {
    /// A file is read in one sitting.
    private static let most = 500

    @Test func noFileIsTooLongToReadInOneSitting() throws {
        for source in try House.sources() {
            #expect(source.lines.count <= Self.most, "\(source.path) has \(source.lines.count) lines")
        }
    }
}
