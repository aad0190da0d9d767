import Council
import SearchIndex
import Testing

/// The index knows how many proposals and topics there are without counting them all.
@Suite struct CountTests {
    @Test func proposalsAndTopicsAreCountedAsTheyComeAndGo() throws {
        let all = MadeUpPast(seed: 7).sources
        let index = try SearchIndex()
        var held: [String: SearchSource] = [:]
        func take(_ sources: [SearchSource], removing gone: [String] = []) throws {
            for source in sources { held[source.path] = source }
            for path in gone { held[path] = nil }
            try index.take([sources], removing: gone)
            let items = Set(held.values.flatMap(\.subjects).compactMap(\.item))
            #expect(try index.fact("count") == "\(items.count)")
        }
        try take(Array(all.prefix(2)))
        try take(Array(all.dropFirst()))
        // The same again, fewer subjects in the same place, none at all, and a file that is gone.
        try take([all[0], all[1]])
        try take([SearchSource(all[2].path, mark: nil, day: all[2].day, subjects: Array(all[2].subjects.prefix(1)))])
        try take([SearchSource(all[3].path, mark: nil, day: all[3].day, subjects: [])])
        try take([all[2]], removing: [all[0].path, "proposals/unknown.md"])
        try take([], removing: held.keys.sorted())
        try take(all)
    }
}
