import Council
import Screen

/// One field of a form: a choice between words, or a line of text.
struct FormField: Sendable {
    let label: String
    var kind: Kind
    /// What the text can be completed to; nil if it is the person's own.
    var completing: Completing?
    /// Whether a letter that makes a choice moves on to the next field, which takes any other letter.
    private(set) var leadsOn = false
    /// The text that the form put in by itself, and may replace.
    private(set) var suggestion: String?
    /// Whether the form leaves it out, since it means nothing beside what the other fields say. Its text is kept.
    var isLeftOut = false
    /// Whether the next letter replaces the text, as if it were selected.
    private(set) var isSelected = false
    /// The letters of a choice typed so far.
    private var typed = ""

    enum Completing: Sendable {
        case person, member, field, day
    }

    enum Kind: Sendable {
        /// `words` are the values, and `shown` their labels.
        case choice(words: [String], shown: [String], selected: Int?)
        case text(TextEditor)
    }

    private init(_ label: String, _ kind: Kind) {
        self.label = label
        self.kind = kind
    }

    static func choice(_ label: String, _ words: [String], shown: [String]? = nil, selected: Int? = 0) -> FormField {
        FormField(label, .choice(words: words, shown: shown ?? words, selected: selected))
    }

    /// A choice that is not made beforehand, and is followed by a field for the reason: one letter answers, and what is
    /// typed next can't change the answer.
    static func answer(_ label: String, _ words: [String], given: Int? = nil) -> FormField {
        var field = choice(label, words, selected: given)
        field.leadsOn = true
        return field
    }

    static func text(
        _ label: String, _ text: String = "", completing: Completing? = nil, isMultiline: Bool = false
    ) -> FormField {
        var field = FormField(label, .text(TextEditor(text, isMultiline: isMultiline)))
        field.completing = completing
        return field
    }

    /// The text as it stands; nil if the field is a choice.
    var text: String? {
        if case .text(let editor) = kind { editor.text } else { nil }
    }

    /// Whether the text is what the form put in, unchanged.
    var isSuggestion: Bool { suggestion.map { !$0.isEmpty && $0 == value } ?? false }

    var isMultiline: Bool {
        if case .text(let editor) = kind { editor.isMultiline } else { false }
    }

    /// Takes another text in the place of the one that is there.
    mutating func replaceText(with text: String) {
        guard case .text(var editor) = kind else { return }
        editor.replaceAll(with: text)
        kind = .text(editor)
    }

    /// Puts in a text to be changed, if nobody has typed one.
    mutating func suggest(_ text: String) {
        guard value.isEmpty || value == suggestion else { return }
        replaceText(with: text)
        suggestion = text.trimmed
        // Nobody would want to lose a whole section to a letter.
        isSelected = !text.isEmpty && !text.contains("\n")
    }

    /// Puts in a text that follows from other fields, as long as nobody has changed it. It is there to be edited, so that a
    /// letter goes on with it.
    mutating func follow(_ text: String) {
        guard value == suggestion ?? "", value != text.trimmed else { return }
        replaceText(with: text)
        suggestion = text.trimmed
    }

    /// The chosen word, or the text without white space at either end; nothing while the field is left out.
    var value: String {
        if isLeftOut { return "" }
        return switch kind {
        case .choice(let words, _, let selected): selected.map { words[$0] } ?? ""
        case .text(let editor): editor.text.trimmed
        }
    }

    /// The person of whom the handle was typed, with its sign or without; nil if nothing was.
    var person: Handle? {
        let name = value.hasPrefix("@") ? String(value.dropFirst()) : value
        return name.isEmpty ? nil : Handle(name)
    }

    /// - Parameter width: Columns of the form inside its frame.
    mutating func handle(_ key: KeyEvent, width: Int? = nil) -> Bool {
        switch kind {
        case .choice(let words, let shown, let selected):
            guard let next = move(key, among: shown, from: selected) else { return false }
            kind = .choice(words: words, shown: shown, selected: next)
            return true
        case .text(var editor):
            if isSelected {
                switch key {
                case .character: editor.replaceAll(with: "")
                case .backspace, .delete:
                    editor.replaceAll(with: "")
                    kind = .text(editor)
                    isSelected = false
                    return true
                default: break
                }
            }
            let isHandled = editor.handle(key, width: editor.isMultiline ? width.map { $0 - Self.labelWidth } : nil)
            kind = .text(editor)
            if isHandled { isSelected = false }
            return isHandled
        }
    }

    /// - Returns: why the text is left out; nil if it was taken in.
    mutating func paste(_ text: String) -> String? {
        guard case .text(var editor) = kind else { return nil }
        let limit = editor.isMultiline ? PasteLimit.section : .field
        if let refusal = limit.refusal(of: text, beside: isSelected ? 0 : editor.byteCount) { return refusal }
        if isSelected { editor.replaceAll(with: "") }
        isSelected = false
        editor.paste(text)
        kind = .text(editor)
        return nil
    }

    /// Arrows choose the neighbour, letters the first choice that begins with them.
    private mutating func move(_ key: KeyEvent, among shown: [String], from selected: Int?) -> Int? {
        if case .character(let letter) = key, let next = type(letter, among: shown, from: selected) { return next }
        typed = ""
        switch key {
        case .left: return ((selected ?? 0) + shown.count - 1) % shown.count
        case .right, .character(" "): return ((selected ?? -1) + 1) % shown.count
        default: return nil
        }
    }

    /// Takes one more letter of a choice: `rej` is `reject`, though `r` alone is `revise`. A letter that does not fit
    /// begins another word; pressed again, it goes to the next choice that begins with it. A word typed to its end stays.
    private mutating func type(_ letter: Character, among shown: [String], from selected: Int?) -> Int? {
        let words = shown.map { $0.lowercased() }
        let longer = typed + letter.lowercased()
        if let found = words.firstIndex(where: { $0.hasPrefix(longer) }) {
            typed = longer
            return found
        }
        if let selected, words[selected] == typed { return selected }
        let first = typed == letter.lowercased() ? (selected ?? -1) + 1 : 0
        let order = words.indices.map { (first + $0) % words.count }
        guard let found = order.first(where: { words[$0].hasPrefix(letter.lowercased()) }) else { return nil }
        typed = letter.lowercased()
        return found
    }

    // MARK: Drawing

    private static let labelWidth = 12

    func rows(width: Int) -> Int {
        if isLeftOut { return 0 }
        return switch kind {
        case .choice: choiceRows(width: width).count
        case .text(let editor):
            editor.layout(width: max(1, width - Self.labelWidth), height: mostRows(of: editor)).lines.count
        }
    }

    private func mostRows(of editor: TextEditor) -> Int { editor.isMultiline ? 8 : 6 }

    /// The row of the cursor, counted from the field's first.
    func cursorRow(width: Int) -> Int {
        guard case .text(let editor) = kind else { return 0 }
        return editor.layout(width: max(1, width - Self.labelWidth), height: mostRows(of: editor)).cursor.row
    }

    /// The first column behind the label.
    static let left = 2 + labelWidth

    /// The choices broken into rows, by their indices.
    private func choiceRows(width: Int) -> [[Int]] {
        guard case .choice(_, let shown, _) = kind else { return [] }
        var rows: [[Int]] = [[]]
        var used = 0
        for (index, text) in shown.enumerated() {
            let needed = min(TextWidth.of(text), width - Self.labelWidth - 3) + 3
            if used + needed > width - Self.labelWidth, used > 0 {
                rows.append([])
                used = 0
            }
            rows[rows.count - 1].append(index)
            used += needed
        }
        return rows
    }

    /// Chooses the word at a place of the field; does nothing if there is none.
    mutating func choose(row: Int, column: Int, width: Int) {
        guard case .choice(let words, let shown, _) = kind else { return }
        let rows = choiceRows(width: width)
        guard rows.indices.contains(row) else { return }
        var start = Self.left
        for index in rows[row] {
            let columns = TextWidth.of(shown[index]) + 2
            if (start..<start + columns).contains(column) {
                kind = .choice(words: words, shown: shown, selected: index)
            }
            start += columns + 1
        }
    }

    func draw(_ canvas: inout Canvas, row: Int, width: Int, isFocused: Bool) {
        let labelStyle = Style(isFocused ? .accent : .label, on: .dialog, isFocused ? .bold : [])
        canvas.put("\(isFocused ? "▸ " : "  ")\(label)", row: row, column: 1, width: Self.labelWidth, style: labelStyle)
        let left = Self.left
        let room = width - Self.labelWidth
        switch kind {
        case .choice(_, let shown, let selected):
            for (offset, indices) in choiceRows(width: width).enumerated() {
                var column = left
                for index in indices {
                    let isSelected = index == selected
                    let style = isSelected ? Style(.strong, on: .selected, .bold) : Style(.text, on: .dialog)
                    let text = isSelected ? "[\(shown[index])]" : " \(shown[index]) "
                    column +=
                        canvas.put(text, row: row + offset, column: column, width: left + room - column, style: style)
                        + 1
                }
            }
        case .text(let editor):
            let layout = editor.layout(width: max(1, room), height: mostRows(of: editor))
            for (offset, line) in layout.lines.enumerated() {
                let area = Rect(row: row + offset, column: left, rows: 1, columns: room)
                canvas.fill(area, Style(.text, on: .input))
                canvas.put(
                    line, row: row + offset, column: left, width: room,
                    style: Style(.text, on: isSelected && isFocused ? .selected : .input))
            }
            if isFocused {
                canvas.cursor = Position(row: row + layout.cursor.row, column: left + layout.cursor.column)
            }
        }
    }
}
