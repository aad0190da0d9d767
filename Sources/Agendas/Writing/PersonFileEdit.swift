import Council

/// A word added to somebody's file. All bytes that were there stay, in their order.
public struct PersonFileEdit: Equatable, Sendable {
    /// The word as the file says it: without the characters that no file may have.
    public let word: PersonalWord
    /// Nil if there is no file yet.
    public let before: [UInt8]?
    public let after: [UInt8]
    /// The lines that are new or changed, and the number of the first of them.
    public let lines: [String]
    public let firstLine: Int
    /// The line as it was, if one was added to; nil if there are new lines only.
    public let oldLine: String?

    /// Why a word can't be added by a program.
    public struct Obstacle: Error, Equatable, Sendable {
        public let sentence: String
    }

    /// - Parameter bytes: The file as it is; nil if there is none.
    public init(adding word: PersonalWord, to bytes: [UInt8]?) throws(Obstacle) {
        self.word = word.cleaned
        let entry = Self.entry(self.word)
        let edit: ListEdit
        do throws(SyntaxProblem) {
            if let bytes, let end = try ListEnd(of: word.list, in: bytes) {
                edit = ListEdit(adding: [entry], at: end, in: bytes)
            } else if let end = KeyEnd(of: word.list, in: bytes ?? []) {
                edit = ListEdit(adding: entry, under: word.list, at: end, in: bytes ?? [])
            } else {
                throw SyntaxProblem("nothing can be added under its `\(word.list)`", at: .start)
            }
        } catch {
            throw Obstacle(sentence: "\(error.message): add by hand `- \(entry.flow)`")
        }
        (before, after) = (bytes, edit.after)
        (lines, firstLine, oldLine) = (edit.lines, edit.firstLine, edit.oldLine)
    }

    private static func entry(_ word: PersonalWord) -> YAMLEntry {
        switch word {
        case .consent(let word):
            YAMLEntry(
                keys: [
                    "meeting: \(word.meeting)", "item: \(YAMLText.line(word.item.spoken))",
                    "word: \(word.word.rawValue)",
                ]
                    + end(on: word.on, word.because))
        case .action(let word):
            YAMLEntry(
                keys: ["action: \(word.action)", "word: \(word.word.rawValue)"]
                    + (word.until.map { ["until: \($0)"] } ?? [])
                    + (word.to.map { ["to: \(YAMLText.line($0.rawValue))"] } ?? []) + end(on: word.on, word.because))
        }
    }

    private static func end(on day: CalendarDay, _ reason: String?) -> [String] {
        ["on: \(day)"] + (reason.map { ["because: \(YAMLText.escaped($0))"] } ?? [])
    }
}

extension PersonalWord {
    /// The key of the list that it stands in.
    fileprivate var list: String {
        switch self {
        case .consent: "consent"
        case .action: "actions"
        }
    }

    fileprivate var cleaned: PersonalWord {
        func reason(_ text: String?) -> String? {
            let plain = text.map(YAMLText.plain) ?? ""
            return plain.isEmpty ? nil : plain
        }
        switch self {
        case .consent(let word):
            return .consent(
                ConsentWord(
                    meeting: word.meeting, item: word.item, word: word.word, on: word.on, because: reason(word.because))
            )
        case .action(let word):
            return .action(
                ActionWord(
                    action: word.action, word: word.word, until: word.until, to: word.to, on: word.on,
                    because: reason(word.because))
            )
        }
    }
}

extension AgendaFolder {
    /// The path of somebody's file, whether it is there or not.
    public func path(of handle: Handle) -> String { Shelf.join(agendas, "\(PersonFile.folder)/\(handle).yaml") }

    /// Whether a person's text could stand in the folder: the words that it says.
    ///
    /// - Throws: Its errors, as `check` would find them.
    public func words(in bytes: [UInt8], of handle: Handle) throws(Faults) -> PersonalWords {
        try Shelf(folder: agendas, today: today).words(handle.rawValue, saying: bytes)
    }
}
