import Testing

/// A broken file, and every fault that is found in it.
struct Broken: CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let text: String
    let faults: [String]

    static func council(_ what: String, _ text: String, _ faults: String...) -> Broken {
        Broken(testDescription: what, file: "council.yaml", text: text, faults: faults)
    }

    static func agenda(_ what: String, _ text: String, _ faults: String...) -> Broken {
        Broken(testDescription: what, file: "2026-11-25.yaml", text: text, faults: faults)
    }

    /// - Parameter keys: The front matter below its title; the first of them stands on line 3.
    static func proposal(_ what: String, _ keys: String, _ faults: String...) -> Broken {
        let text = "---\ntitle: Prep time\n\(keys)\n---\n## Solution\n"
        return Broken(testDescription: what, file: "proposals/prep-time.md", text: text, faults: faults)
    }

    static func whole(_ what: String, _ text: String, _ faults: String...) -> Broken {
        Broken(testDescription: what, file: "proposals/prep-time.md", text: text, faults: faults)
    }

    /// Expects that its faults are found, each in its place, and no others.
    func check() throws {
        let folder = try TemporaryFolder()
        try folder.write(file, text)
        #expect(folder.faults([folder.path(file)]) == faults.map { "\(file):\($0)" })
    }
}
