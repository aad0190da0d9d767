import Council
import Screen

/// How much text a place takes by pasting or from an editor: more than anybody has to say there, and little enough for each key after it
/// to be quick.
struct PasteLimit {
    /// What the place is called: `a note`.
    let place: String
    let bytes: Int

    static let note = PasteLimit(place: "a note", bytes: 128 << 10)
    /// A field of several lines, such as a section of a proposal.
    static let section = PasteLimit(place: "this field", bytes: 32 << 10)
    static let field = PasteLimit(place: "this field", bytes: 4 << 10)
    static let line = PasteLimit(place: "this line", bytes: 4 << 10)
    /// Words that are looked for with every key.
    static let search = PasteLimit(place: "a search", bytes: 256)

    /// Why a pasted text is left out; nil where it is taken in.
    ///
    /// - Parameter held: bytes of the text that stands there.
    func refusal(of pasted: String, beside held: Int) -> String? {
        let size = pasted.utf8.count
        guard held + size > bytes else { return nil }
        return "what was pasted has \(Self.size(size)), and \(place) takes \(Self.size(bytes)) in all: "
            + "it is left out, and the text stays as it was"
    }

    /// Where a text is that came back from a person's editor, and is too long for the place.
    func sentence(onBytes size: Int, keptIn path: String) -> String {
        "what your editor gave back has \(Self.size(size)), and \(place) takes \(Self.size(bytes)): "
            + "it is kept whole in \(path), and the text stays as it was"
    }

    /// `256 bytes`, `4 KB`, `4.8 MB`.
    static func size(_ bytes: Int) -> String {
        if bytes < 1 << 10 { return counted(bytes, "byte") }
        if bytes < 1 << 20 { return "\((bytes + 1023) / 1024) KB" }
        let tenths = (bytes * 10 + (1 << 19)) >> 20
        return "\(tenths / 10).\(tenths % 10) MB"
    }
}
