import Council
import Minutes

extension Publisher {
    /// The outcome for each file, in the order of the documents.
    struct Report: Equatable, Sendable {
        /// Paths of files that are up to date now.
        private(set) var written: [String] = []
        private var names: Set<Minutes.DocumentName> = []
        private var failed: Set<Minutes.DocumentName> = []
        var complaints: [String] = []
        /// Files that were edited on the disk and left as they are.
        var edited: [Edited] = []
        /// Other sentences for the person.
        var notes: [String] = []

        struct Edited: Equatable, Sendable {
            let path: String
            let name: Minutes.DocumentName
            /// From the text that would be written to the text in the file.
            let difference: LineDifference
        }

        init() {}

        /// Nothing was written.
        init(complaint: String) { complaints = [complaint] }

        mutating func wrote(_ name: Minutes.DocumentName, at path: String) {
            written.append(path)
            names.insert(name)
        }

        /// - Parameter sentence: the reason; nil if another file has it already.
        mutating func fail(_ name: Minutes.DocumentName, _ sentence: String?) {
            if let sentence { complaints.append(sentence) }
            failed.insert(name)
        }

        /// Adds what became of another meeting's files.
        mutating func add(_ other: Report) {
            written += other.written
            complaints += other.complaints
            edited += other.edited
            notes += other.notes
        }

        /// Whether the file is up to date now.
        func isWritten(_ name: Minutes.DocumentName) -> Bool { names.contains(name) }

        /// Whether the file could not be written.
        func hasFailed(_ name: Minutes.DocumentName) -> Bool { failed.contains(name) }
    }
}

extension Publisher.Report {
    /// A sentence for each file that is not up to date, and its reason.
    var shortfall: [String] {
        complaints + edited.map { "\($0.path) was edited by hand, and is left as it is: \(Self.question)" }
    }

    /// The sentence for a report on files that were all edited by hand.
    var nothingWritten: String {
        edited.count == 1
            ? "nothing was written: the file was edited by hand, and is left as it is"
            : "nothing was written: \(counted(edited.count, "file")) were edited by hand, and are left as they are"
    }

    /// The differences, as the console prints them.
    var differences: [String] {
        edited.flatMap { file in
            ["\(file.path) was edited by hand, and is left as it is:"] + file.difference.text
        }
    }

    /// The choice that a person has for files that were edited on the disk.
    static let question =
        "`publish keep` takes the edits into the record, `publish replace` overwrites them"
}
