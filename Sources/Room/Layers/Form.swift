import Council
import Screen

/// A dialog of a few fields whose answer is one request to the meeting.
///
/// While the form is filled in, it shows the effect of the request, or why it would be refused.
struct Form: Layer {
    let title: String
    var fields: [FormField]
    var focus = 0
    /// Lines above the fields: facts that a person should know before answering.
    let facts: @Sendable (Model) -> [Line]
    /// The request that the fields make.
    let request: @Sendable ([FormField], Model) throws(Refusal) -> Request
    /// A question that is asked once before the request is made; nil if none is needed.
    var question: @Sendable ([FormField], Model) -> String? = { _, _ in nil }
    /// The line below the fields: what the request would rest on or lead to; nil leaves it out.
    var preview: @Sendable (Request, Model) -> String? = { _, _ in nil }
    /// Fills in other fields after the field with this index has been left.
    var afterLeaving: @Sendable (Int, inout [FormField], Model) -> Void = { _, _, _ in }
    /// Fills in fields that follow from the others, after each key.
    var keepUp: @Sendable (inout [FormField], Model) -> Void = { _, _ in }
    /// Whether it writes to the item before the council, so that its title names that.
    var namesFloor = true
    /// Whether it is opened again as it was left.
    var isKept = true
    /// Completions of the field with the focus.
    private(set) var candidates: FormCandidates?
    private(set) var asked: String?
    /// Why Enter did nothing; nil as soon as another key is pressed.
    private(set) var refusal: String?
    /// Whether a letter has answered and gone on by itself: a Tab pressed from habit must not go on once more.
    private var hasGoneOn = false
    /// The first row that is shown after a person has scrolled; nil shows the field with the focus.
    private(set) var top: Int?

    init(
        title: String, fields: [FormField], facts: @escaping @Sendable (Model) -> [Line] = { _ in [] },
        question: @escaping @Sendable ([FormField], Model) -> String? = { _, _ in nil },
        preview: @escaping @Sendable (Request, Model) -> String? = { _, _ in nil },
        request: @escaping @Sendable ([FormField], Model) throws(Refusal) -> Request
    ) {
        self.title = title
        self.fields = fields
        self.facts = facts
        self.question = question
        self.preview = preview
        self.request = request
    }

    var takesText: Bool {
        if case .text = fields[focus].kind { true } else { false }
    }

    /// Whether a person has typed something into a field.
    var hasOwnText: Bool { fields.contains { !($0.text ?? "").trimmed.isEmpty && !$0.isSuggestion } }

    // MARK: Keys

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        let scrolledTo = top ?? 0
        top = nil
        if key != .enter { refusal = nil }
        let hasGoneOn = self.hasGoneOn
        self.hasGoneOn = false
        if candidates != nil, handleCandidates(key, in: room) { return [] }
        switch key {
        case .escape: return [.close]
        case .pageDown: top = min(scrolledTo + Self.page, room.lastTop(inDialog: wantedSize(in: room)))
        case .pageUp: top = max(0, scrolledTo - Self.page)
        case .enter: return submit(in: room)
        case .tab where hasGoneOn: break
        case .tab: go(1, in: room)
        case .backTab: go(-1, in: room)
        case .control("e") where fields[focus].isMultiline: return [.effect(.edit(fields[focus].text ?? ""))]
        case .character(let letter) where fields[focus].leadsOn && letter != " ":
            asked = nil
            let hasAnswered = fields[focus].handle(key)
            go(1, in: room)
            self.hasGoneOn = hasAnswered
            if !hasAnswered { _ = fields[focus].handle(key, width: room.dialogColumns(Self.columns) - 4) }
        default:
            if fields[focus].handle(key, width: room.dialogColumns(Self.columns) - 4) {
                asked = nil
                suggest(in: room)
            } else if key == .down || key == .up {
                go(key == .down ? 1 : -1, in: room)
            }
        }
        keepUp(&fields, room)
        return []
    }

    /// Goes through the completions, or takes one over. Other keys go to the field.
    private mutating func handleCandidates(_ key: KeyEvent, in room: Model) -> Bool {
        switch key {
        case .down: candidates?.move(1)
        case .up: candidates?.move(-1)
        case .tab, .enter:
            guard let text = candidates?.text else { return false }
            asked = nil
            fields[focus].replaceText(with: text)
            go(1, in: room)
        default: return false
        }
        return true
    }

    /// Takes over a completion.
    mutating func take(candidate index: Int, in room: Model) -> [Reaction] {
        candidates?.choose(index)
        return handle(.tab, in: room)
    }

    /// Goes to a field, and chooses its word at that place.
    mutating func point(at field: Int, row: Int, column: Int, width: Int, in room: Model) {
        asked = nil
        refusal = nil
        if field != focus { go(to: field, in: room) }
        fields[field].choose(row: row, column: column, width: width)
        keepUp(&fields, room)
    }

    mutating func paste(_ text: String, in room: Model) -> [Reaction] {
        asked = nil
        refusal = nil
        if fields[focus].leadsOn { go(1, in: room) }
        guard takesText else {
            return [
                .notify(
                    Notice("nothing can be pasted into a choice: Tab moves on to a field that takes text", .refusal))
            ]
        }
        if let refusal = fields[focus].paste(text) { return [.notify(Notice(refusal, .refusal))] }
        suggest(in: room)
        return []
    }

    /// Takes over the text of the field with the focus from the external editor.
    mutating func edited(_ text: String) {
        fields[focus].replaceText(with: text)
    }

    /// Goes to another field.
    private mutating func go(to field: Int, in room: Model) {
        afterLeaving(focus, &fields, room)
        focus = field
        suggest(in: room)
    }

    /// Goes to the next field, or to the one before.
    private mutating func go(_ step: Int, in room: Model) {
        keepUp(&fields, room)
        var next = focus
        repeat { next = (next + step + fields.count) % fields.count } while fields[next].isLeftOut
        go(to: next, in: room)
    }

    /// Finds the completions of the field. The list of a proposal's fields opens even before anything is typed.
    mutating func suggest(in room: Model) {
        candidates = nil
        guard let completing = fields[focus].completing, let text = fields[focus].text?.trimmed else { return }
        guard completing == .field || !text.isEmpty else { return }
        candidates = FormCandidates(for: text, completing: completing, in: room)
    }

    private mutating func submit(in room: Model) -> [Reaction] {
        do throws(Refusal) {
            let request = try request(fields, room)
            _ = try room.consider(request)
            if let question = question(fields, room), asked != question {
                asked = question
                return []
            }
            return [.ask(request)]
        } catch {
            asked = nil
            // The sentence stood below the fields already; from here on it stands out.
            refusal = error.sentence
            // The answer is missing, and a text field would take its letter as text.
            if let open = fields.firstIndex(where: { $0.leadsOn && $0.value.isEmpty }) { focus = open }
            return [.effect(.beep)]
        }
    }

    func hints(in room: Model) -> [Hint] {
        var hints = [Hint("Enter", asked == nil ? "record" : "yes, record"), Hint("Esc", "leave")]
        if candidates?.text != nil {
            hints[0] = Hint("Enter", "take")
            hints.append(Hint("↑↓", "another"))
        } else if candidates != nil {
            hints.append(Hint("↓", "choose"))
        }
        if fields.count > 1 { hints.append(Hint("Tab", "next field")) }
        if fields[focus].isSelected { hints.append(Hint("←→", "edit it")) }
        if fields[focus].isMultiline { hints += [Hint("Ctrl-E", "editor"), Hint("Alt-Enter", "new line")] }
        if case .choice = fields[focus].kind { hints.append(Hint("←→", "choose, or its letter")) }
        return hints
    }

    /// Columns that a form would like, frame included.
    static let columns = 76

    /// Rows that a page key scrolls.
    private static let page = 4
}

/// The contents of a dialog that was left.
struct LeftForm: Sendable {
    let item: ItemID?
    let fields: [FormField]
}

/// Esc leaves a dialog at once, and a slip of the finger loses nothing: opened again, it is as it was left.
extension Model {
    mutating func open(_ layer: any Layer) {
        guard var form = layer as? Form, let left = leftForms[form.title], left.item == meeting.currentID else {
            layers.append(layer)
            return
        }
        form.fields = form.fields.map { field in left.fields.first { $0.label == field.label } ?? field }
        form.keepUp(&form.fields, self)
        form.suggest(in: self)
        layers.append(form)
        notice = Notice("as you left it; Ctrl-U clears a line")
    }

    mutating func leave(_ layer: any Layer) {
        guard let form = layer as? Form, form.isKept else { return }
        leftForms[form.title] = form.hasOwnText ? LeftForm(item: meeting.currentID, fields: form.fields) : nil
    }
}
