import Council

/// A page of the library that is open: what it is about is kept rather than its text, which changes when the library is
/// read anew.
enum PastPage: Equatable, Sendable {
    /// The row of a tab with that key.
    case row(tab: Int, key: String)
    /// The item that a person calls by that name.
    case history(of: String)

    /// The page as far as it is known now.
    func document(in room: Model) -> DocumentPage {
        guard let reading = room.libraryReading else {
            let sentence = room.libraryFault.map { "the library can't be read: \($0)" } ?? LibraryScreen.isBeingRead
            return DocumentPage(name: name, lines: [.text(sentence)])
        }
        switch self {
        case .row(let tab, let key):
            return LibraryTab.all[tab].page(key, reading)
                ?? DocumentPage(name: name, lines: [.text("this is no longer in the library")])
        case .history(let id):
            guard let item = reading.library.item(called: id) else {
                let near = nearest(to: id, among: reading.library.itemNames).map { "; did you mean `\($0)`?" } ?? ""
                return DocumentPage(
                    name: name, lines: [.text("no file and no minutes know a proposal or topic called `\(id)`\(near)")])
            }
            return DocumentPage(of: item, in: reading)
        }
    }

    private var name: String {
        switch self {
        case .row(_, let key): key
        case .history(let id): id
        }
    }
}
