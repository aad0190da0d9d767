import Testing

@testable import Room

@Suite struct CompletionTests {
    @Test(arguments: [
        // Commands: those that begin with the letters, else those that have them in order, or in their help.
        ("ta", Hall.atItem, "tally"),
        ("re", Hall.atItem, "recess resume reopen reword refile resolve reassign redo reload"),
        ("RO", Hall.atItem, "roll"),
        ("tly", Hall.atItem, "tally"),
        // Handles, with the `@` if it was typed.
        ("roll ", Hall.atItem, "priya tomas wen lena"),
        ("roll w", Hall.atItem, "wen"),
        ("roll @w", Hall.atItem, "@wen"),
        ("roll ms", Hall.atItem, "tomas"),
        ("roll ortiz", Hall.atItem, "lena"),
        ("roll wen ", Hall.atItem, "present remote absent"),
        ("roll wen pr", Hall.atItem, "present"),
        ("vote ", Hall.atItem, "priya tomas wen"),
        ("vote wen ", Hall.atItem, "yes no abstain recuse"),
        ("vote wen yes b", Hall.atItem, "because"),
        ("vote wen yes because t", Hall.atItem, ""),
        ("chair wen ", Hall.atItem, "because"),
        ("rule y", Hall.atItem, "yes"),
        ("decide a", Hall.atItem, "approve withdraw"),
        // Items by number, and by title.
        ("go ", Hall.atItem, "next back 1 2"),
        ("go chair", Hall.atItem, "2"),
        // Notes, the latest first; concerns that are open.
        ("reword ", Hall.noted, "3 2 1"),
        ("strike thr", Hall.noted, "3"),
        ("resolve ", Hall.noted, "2"),
        ("resolve ", Hall.noted + " / resolve 2", ""),
        ("strike ", Hall.noted + " / strike 3", "2 1"),
        ("done ", Hall.atItem + " / action one / action two / done 1", "2"),
        ("motion ", Hall.atItem, "proposal solution team lead choose amendment"),
        ("motion amendment ", Hall.atItem + " / amend pod = Search", "1"),
        ("amend imp", Hall.atItem, "impact impact.note"),
        ("amend pod ", Hall.atItem, "="),
        ("amend build", Hall.atItem, "cost.build"),
        ("amend tech_lead = ", Hall.atItem, "Lena Ortiz, ml-engineer"),
        ("amend tech_lead = Sam", Hall.atItem, ""),
        ("action @wen by ", Hall.atItem, "thursday friday saturday sunday monday tuesday wednesday"),
        ("action @wen by fr", Hall.atItem, "friday"),
        ("action @wen read fr", Hall.atItem, ""),
        ("decide defer ", Hall.atItem, "because thursday"),
        ("note @t", Hall.atItem, "@tomas"),
        ("note pri", Hall.atItem, "priya private:"),
        ("note co", Hall.atItem, "concern:"),
        ("note @tomas co", Hall.atItem, "concern:"),
        ("help vo", Hall.atItem, "vote"),
        ("help rul", Hall.atItem, "rule rules"),
        ("help library", Hall.atItem, "library"),
        ("clock ", Hall.atItem, "pause resume add"),
        ("show a", Hall.atItem, "agenda actions proposal"),
        ("open ", Hall.atItem, ""),
        ("xyzzy ", Hall.atItem, ""),
    ])
    func aLineIsCompleted(line: String, state: String, completions: String) throws {
        let found = Completion.complete(line, in: try Hall(state).meeting).map(\.text).joined(separator: " ")
        #expect(found.hasPrefix(completions) && (completions.isEmpty == found.isEmpty), "\(found)")
    }

    @Test(arguments: [
        ("@", "@priya @tomas @wen @lena"), ("@le", "@lena"), ("said @to", "@tomas"), ("@ortiz", "@lena"),
        ("@li", "@wen"), ("@RT", "@lena"), ("@vidál", "@tomas"),
        ("co", "concern:"), ("@wen qu", "question:"), ("@wen he said qu", ""), ("", ""), ("@wen ", ""), ("c", ""),
        ("he co", ""), ("on", ""),
    ])
    func aNoteIsCompleted(line: String, completions: String) throws {
        let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let meeting = try Hall(Hall.atItem).meeting
        let found = Completion.completeNote(words.last ?? "", after: words.dropLast(), in: meeting).map(\.text)
        #expect(
            found.joined(separator: " ").hasPrefix(completions) && (completions.isEmpty == found.isEmpty), "\(found)")
    }

    /// Names that begin with the letters stand alone, without those that have them elsewhere.
    @Test func namesThatBeginSoStandAlone() throws {
        let meeting = try Hall(Hall.atItem).meeting
        #expect(Completion.complete("mo", in: meeting).map(\.text) == ["motion", "mouse"])
        #expect(Completion.complete("attendance", in: meeting).map(\.text) == ["roll"])
    }

    @Test func aCompletionSaysWhatItIs() throws {
        let meeting = try Hall(Hall.atItem).meeting
        #expect(Completion.complete("roll w", in: meeting) == [Completion(text: "wen", detail: "Wen Li")])
        #expect(Completion.complete("go 2", in: meeting) == [Completion(text: "2", detail: "Chair rotation")])
        #expect(Completion.complete("tally", in: meeting).first?.detail == "Closes the vote.")
    }

    @Test func aPageOfTextIsNotTheBeginningOfAWord() throws {
        let page = String(repeating: "x", count: 5_000)
        for line in [page, "roll \(page)", "amend \(page)", "note @\(page)"] {
            #expect(Completion.complete(line, in: try Hall(Hall.atItem).meeting).isEmpty)
        }
    }
}
