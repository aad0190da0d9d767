extension SearchCommand {
    /// The words of nearly every search: what to look for, and perhaps `--dir` and a folder. The parser of all options takes
    /// as long as the search.
    ///
    /// Nil for any others, and if something is to be said of the words.
    init?(plain words: [String]) {
        guard words.first == SearchCommand.configuration.commandName else { return nil }
        var (rest, texts, folder) = (words.dropFirst(), [String](), String?.none)
        while let word = rest.popFirst() {
            if word == "--dir", folder == nil, let path = rest.popFirst(), !path.isEmpty, !path.hasPrefix("-") {
                folder = path
            } else if !word.hasPrefix("-"), word != "help" {
                texts.append(word)
            } else {
                return nil
            }
        }
        self.init()
        options = AnswerOptions(plainly: folder)
        self.words = texts
        (kind, who, pod, verdict, since, until, limit) = (nil, nil, nil, nil, nil, nil, 20)
        guard (try? validate()) != nil else { return nil }
    }
}

extension AnswerOptions {
    /// The options that are usual, and a folder.
    fileprivate init(plainly path: String?) {
        self.init()
        var (place, minutes) = (FolderOption(), OutputOption())
        place.folder = path ?? "."
        minutes.out = nil
        (folder, output, json) = (place, minutes, false)
    }
}
