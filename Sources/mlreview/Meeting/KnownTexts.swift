import Ledger
import Minutes

/// What the program has written into each file of a meeting, or was about to write when it was killed.
///
/// A file with another text was edited by hand.
struct KnownTexts {
    /// What was written last, by file.
    private let last: [Minutes.DocumentName: String]
    /// All that a file may say.
    private(set) var all: [Minutes.DocumentName: [String]]

    /// - Parameters:
    ///   - outputs: what was kept; later revisions come later.
    ///   - unsettled: what may have been written since, and was not kept.
    init(_ outputs: [Output], unsettled: [Output]) {
        var last: [Minutes.DocumentName: String] = [:]
        for output in outputs { last[Minutes.DocumentName(rawValue: output.name)] = output.text }
        self.last = last
        var all = last.mapValues { [$0] }
        for output in unsettled { all[Minutes.DocumentName(rawValue: output.name), default: []].append(output.text) }
        self.all = all
    }

    /// Whether a file with these bytes is as the program wrote it.
    ///
    /// Bytes are compared: to Swift, texts that differ in how they compose their letters are equal.
    func contains(_ bytes: some Sequence<UInt8>, of name: Minutes.DocumentName) -> Bool {
        all[name, default: []].contains { bytes.elementsEqual($0.utf8) }
    }

    /// Whether the document is what was written last, so that writing it changes nothing.
    func isLast(_ document: Minutes.Document) -> Bool {
        last[document.name].map { $0.utf8.elementsEqual(document.text.utf8) } ?? false
    }

    /// What a person made of a file was taken into the record: it may be written over now.
    mutating func add(_ edits: [Minutes.Edit]) {
        for edit in edits { all[edit.name, default: []].append(edit.text) }
    }
}
