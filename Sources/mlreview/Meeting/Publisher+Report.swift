import Minutes

extension Publisher {
    /// What became of the files, in their order.
    struct Report: Equatable, Sendable {
        /// Paths of files that say now what they should.
        private(set) var written: [String] = []
        private var names: Set<Minutes.DocumentName> = []
        private var failed: Set<Minutes.DocumentName> = []
        var complaints: [String] = []
        /// Files that were edited on the disk and left as they are.
        var edited: [Edited] = []
        /// What a person should know besides.
        var notes: [String] = []

        struct Edited: Equatable, Sendable {
            let path: String
            let name: Minutes.DocumentName
            /// From what would be written to what is there.
            let difference: LineDifference
        }

        init() {}

        /// Nothing was written.
        init(complaint: String) { complaints = [complaint] }

        mutating func wrote(_ name: Minutes.DocumentName, at path: String) {
            written.append(path)
            names.insert(name)
        }

        /// - Parameter sentence: why; nil if that is said already.
        mutating func fail(_ name: Minutes.DocumentName, _ sentence: String?) {
            if let sentence { complaints.append(sentence) }
            failed.insert(name)
        }

        /// Whether the file says now what it should.
        func isWritten(_ name: Minutes.DocumentName) -> Bool { names.contains(name) }

        /// Whether the file could not be written.
        func hasFailed(_ name: Minutes.DocumentName) -> Bool { failed.contains(name) }
    }
}

extension Publisher.Report {
    /// Why not every file says what it should, a sentence each; none if all do.
    var shortfall: [String] {
        complaints + edited.map { "\($0.path) was edited by hand, and is left as it is: \(Self.question)" }
    }

    /// What differs, as the console prints it.
    var differences: [String] {
        edited.flatMap { file in
            ["\(file.path) was edited by hand, and is left as it is:"] + file.difference.text
        }
    }

    /// What to do about files that were edited on the disk.
    static let question =
        "`publish keep` takes what was edited by hand into the record, `publish replace` writes over it"
}
