import Council
import Screen

/// The proposal that a person is at, and its place among those that were begun. It is kept with each answer, so that
/// neither a no nor a crash loses what somebody typed.
final class KeptProposal {
    private(set) var begun: BegunProposal
    private let shelf: BegunProposal.Shelf
    /// The name of its files; nil until something is kept.
    private var name: String?
    /// Whether all of it could be kept the last time.
    private var isKept: Bool
    /// Whether anything is kept at all: answers from a file or a pipe lie there already.
    private let isTyped: Bool

    init(_ begun: BegunProposal, as name: String? = nil, on shelf: BegunProposal.Shelf, isTyped: Bool) {
        (self.begun, self.name, self.shelf, self.isTyped) = (begun, name, shelf, isTyped)
        isKept = name != nil
    }

    func keep(_ change: (inout BegunProposal) -> Void) {
        change(&begun)
        guard isTyped, !begun.isEmpty else { return }
        let name = name ?? shelf.freeName(for: begun)
        isKept = shelf.keep(begun, as: name)
        if isKept { self.name = name }
    }

    /// The file with the text, for an editor to open; nil if there is none.
    var textPath: String? {
        guard isKept, begun.text != nil else { return nil }
        return name.map { shelf.path("\($0).md") }
    }

    func remove() {
        if let name { shelf.remove(name) }
    }

    /// Where what was typed lies and how to go on with it; all of it, if it could not be kept.
    ///
    /// - Parameter command: The command that goes on with it.
    func lines(goingOnWith command: String) -> [String] {
        if isKept, let name {
            let file = textPath ?? shelf.path("\(name).json")
            return begun.text == nil
                ? ["your answers are kept in \(file), and `\(command)` resumes"]
                : ["your text is kept in \(file), and `\(command)` resumes"]
        }
        if let text = begun.text {
            return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        let keys = DraftQuestion.keys(for: begun.kind).filter { begun.answers[$0] != nil }
        return keys.flatMap { key in
            (begun.answers[key] ?? "").split(separator: "\n").map { "  \(key): \($0)" }
        } + (begun.typed.map { ["  \($0)"] } ?? [])
    }
}
