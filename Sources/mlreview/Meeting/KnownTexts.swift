import Ledger
import Minutes

/// The texts that the program has written into each file of a meeting, or was about to write when it was killed.
///
/// A file with any other text was edited by hand.
struct KnownTexts {
    /// The text that was written last, by file.
    private let last: [Minutes.DocumentName: String]
    /// Every text that a file may have.
    private(set) var all: [Minutes.DocumentName: [String]]

    /// - Parameters:
    ///   - outputs: the texts that the record keeps, by revision.
    ///   - unsettled: texts that may have been written since.
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
    /// Compares bytes: Swift takes `é` and `e` with an accent behind it for equal.
    func contains(_ bytes: some Sequence<UInt8>, of name: Minutes.DocumentName) -> Bool {
        all[name, default: []].contains { bytes.elementsEqual($0.utf8) }
    }

    /// Whether the document was written last, so that writing it changes nothing.
    func isLast(_ document: Minutes.Document) -> Bool {
        last[document.name].map { $0.utf8.elementsEqual(document.text.utf8) } ?? false
    }

    /// Adds edits that the record has now, so that their files may be written over.
    mutating func add(_ edits: [Minutes.Edit]) {
        for edit in edits { all[edit.name, default: []].append(edit.text) }
    }
}
