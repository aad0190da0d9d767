import Council
import Screen

/// How much text a place takes from pasting or an editor: more than anybody has to say there, and little enough to
/// keep every later key quick.
struct PasteLimit {
    /// The name of the place: `a note`.
    let place: String
    let bytes: Int

    static let note = PasteLimit(place: "a note", bytes: 128 << 10)
    /// A field of several lines, such as a section of a proposal.
    static let section = PasteLimit(place: "this field", bytes: 32 << 10)
    static let field = PasteLimit(place: "this field", bytes: 4 << 10)
    static let line = PasteLimit(place: "this line", bytes: 4 << 10)
    /// A search that runs with every key.
    static let search = PasteLimit(place: "a search", bytes: 256)

    /// Why a pasted text is left out; nil if it is taken in.
    ///
    /// - Parameter held: The length of the text that is there already, in bytes.
    func refusal(of pasted: String, beside held: Int) -> String? {
        let size = pasted.utf8.count
        guard held + size > bytes else { return nil }
        return "what was pasted has \(Self.size(size)), and \(place) takes \(Self.size(bytes)) in all: "
            + "it is left out, and the text stays as it was"
    }

    /// Says in which file a text from a person's editor is kept that is too long for the place.
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
