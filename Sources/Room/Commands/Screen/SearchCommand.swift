import Council

extension Command {
    static let search = Command(
        "search", "TEXT", key: "S", label: "search", group: .screen, completes: [.text],
        help:
            "Searches all meetings and proposals as you type: words, \"phrases\", beginnings*. Enter opens a text.",
        onKey: .does { room in room.beginSearch("") }
    ) { words, _ in
        let text = words.remainder()
        return .screen { room in
            room.beginSearch(text)
        } console: { narrator throws(Refusal) in
            guard let query = SearchQuery(text) else { throw Refusal(SearchQuery.nothing) }
            return lines(of: try narrator.past.search(query))
        }
    }

    private static func lines(of answer: SearchAnswer) -> [String] {
        if answer.hits.isEmpty { return [SearchAnswer.nothing] }
        let hits = answer.hits.map { "\($0.place.joined(separator: ", ")): \($0.snippet.marked)" }
        return hits + (answer.more > 0 ? ["\(answer.more) more: add a word"] : [])
    }
}

extension Model {
    fileprivate mutating func beginSearch(_ text: String) -> [Effect] {
        layers.append(SearchList(text))
        return text.isEmpty ? [] : [.search(text)]
    }

    /// Shows what was found, if it is still what somebody wants to know.
    mutating func show(_ answer: SearchAnswer, for text: String) {
        guard let place = layers.lastIndex(where: { $0 is SearchList }), var list = layers[place] as? SearchList else {
            return
        }
        list.show(answer, for: text)
        layers[place] = list
    }
}
