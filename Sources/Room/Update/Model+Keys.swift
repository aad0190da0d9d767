import Council
import Screen

extension Model {
    mutating func press(_ key: KeyEvent) -> [Effect] {
        if key == .control("z") { return [.suspend] }
        if asksForHelp(key) {
            layers.append(HelpPage(here: layers.last?.hints(in: self) ?? []))
            return []
        }
        if case .alt(let next) = key, case .character = next, areTwoKeys(key) { return press(.escape) + press(next) }
        forgetNotice()
        if let last = layers.indices.last {
            let pressed = key == .control("c") ? .escape : key
            return pass(to: last) { layer, room in layer.handle(pressed, in: room) }
        }
        if !keys.isOwn(key), let effects = moveOrScroll(key) { return effects }
        guard let line = keys.line(for: key) else { return unknown(key) }
        return start(line)
    }

    /// Whether a letter with Alt is Escape and the next key. Terminals send the same for both, and over a slow line two keys
    /// arrive together. Where text is typed, Alt may be meant for a letter, and Escape would leave the text.
    private func areTwoKeys(_ key: KeyEvent) -> Bool {
        layers.last?.takesText != true && (layers.last != nil || keys.line(for: key) == nil)
    }

    /// Whether a key opens the help in front of a layer: `F1` always does, `?` unless the layer takes text.
    private func asksForHelp(_ key: KeyEvent) -> Bool {
        guard key == .function(1) || key == .character("?") else { return false }
        guard let layer = layers.last else { return key == .function(1) }
        return !(layer is HelpPage) && (key == .function(1) || !layer.takesText)
    }

    mutating func paste(_ text: String) -> [Effect] {
        forgetNotice()
        if layers.isEmpty {
            if let refusal = PasteLimit.note.refusal(of: text, beside: draft.utf8.count) {
                notice = Notice(refusal, .refusal)
                return [.beep]
            }
            // Text that is pasted while nothing is being typed begins a note, so that it is not lost.
            let effects = start("note")
            return layers.isEmpty ? effects : effects + paste(text)
        }
        return pass(to: layers.count - 1) { layer, room in layer.paste(text, in: room) }
    }

    /// Has a layer react, and carries out its reactions.
    mutating func pass(to place: Int, _ body: (inout any Layer, Model) -> [Reaction]) -> [Effect] {
        // It is taken out meanwhile, so that its text is changed in place and it can read the room.
        var layer = layers.remove(at: place)
        let reactions = body(&layer, self)
        layers.append(layer)
        return carryOut(reactions, of: place)
    }

    /// Carries out the reactions of the layer at that place of the stack.
    private mutating func carryOut(_ reactions: [Reaction], of place: Int) -> [Effect] {
        var effects: [Effect] = []
        for reaction in reactions {
            switch reaction {
            case .close: if layers.indices.contains(place) { leave(layers.remove(at: place)) }
            case .ask(let request, let thenClose):
                guard thenClose else {
                    effects += ask(request)
                    continue
                }
                let layer = layers.indices.contains(place) ? layers.remove(at: place) : nil
                effects += ask(request)
                // Refused: the layer comes back with its text, and the sentence stands below it.
                if case .refusal? = notice?.weight, let layer, !wasGranted(effects) {
                    layers.insert(layer, at: min(place, layers.count))
                }
                if let form = layer as? Form, wasGranted(effects) { leftForms[form.title] = nil }
                // The draft is recorded now; a note of the `:` line leaves it alone.
                if layer is NoteEntry, wasGranted(effects) {
                    leftDraft = (layer as? NoteEntry)?.waiting ?? ""
                    effects.append(.draftChanged)
                }
            case .run(let line): effects += run(line)
            case .remember(let line):
                typedLines.removeAll { $0 == line }
                typedLines.append(line)
            case .open(let layer): open(layer)
            case .behind(let key):
                guard layers.indices.contains(place - 1) else { continue }
                var layer = layers.remove(at: place - 1)
                let further = layer.handle(key, in: self)
                layers.insert(layer, at: place - 1)
                effects += carryOut(further, of: place - 1)
            case .notify(let told):
                notice = told
                if told.weight == .refusal { effects.append(.beep) }
            case .effect(let effect): effects.append(effect)
            case .readLibrary: effects += readLibrary(anew: true)
            case .draftChanged: effects.append(.draftChanged)
            case .leaveDraft(let text):
                leftDraft = text
                effects.append(.draftChanged)
            case .goToTop: goToEdge(-1)
            case .setAside(let text): setAside(text)
            case .setAsideDeleted(let text): setAsideDeleted(text)
            case .scrollNotes(let pages): scroll(.notes, by: pages * page(of: .notes))
            }
        }
        return effects
    }

    private func wasGranted(_ effects: [Effect]) -> Bool {
        effects.contains { if case .record = $0 { true } else { false } }
    }

    /// Starts a command by the line of its key, or runs the whole line.
    private mutating func start(_ line: String) -> [Effect] {
        let name = line.prefix { $0 != " " }
        guard let command = Command.named(String(name)) else { return [] }
        let text = line.dropFirst(name.count).trimmed
        if text.isEmpty { return start(command) }
        if case .begins = command.onKey { return start(command, with: text) }
        return run(line)
    }

    /// Starts a command by its key: opens its dialog, or runs it if it needs none.
    ///
    /// - Parameter text: what a person's own key has after the command's name.
    mutating func start(_ command: Command, with text: String = "") -> [Effect] {
        // The other terminal may have left; if it has not, the answer says who is there.
        if recording.isFollowing, isPresenting, command.group != .screen {
            notice = Notice("\(command.name) does nothing in the presenter view of a terminal that follows", .refusal)
            return [.beep]
        }
        if recording.isFollowing, command.group != .screen { return takeOver(for: .command(command)) }
        if let refusal = refusal(of: command) {
            notice = Notice(refusal.sentence, .refusal)
            return [.beep]
        }
        switch command.onKey {
        case .opens(let layer): open(layer(self))
        case .begins(let begin): return begin(&self, text)
        case .does(let change): return change(&self)
        case .runs:
            if command.arguments.isEmpty || command.arguments.hasPrefix("[") { return run(command.name) }
            layers.append(CommandEntry(command.name + " "))
        }
        return []
    }

    /// Why the command's key does nothing now.
    func refusal(of command: Command) -> Refusal? {
        command.whyKeyIsUnavailable(in: journal, by: part.author, at: now)
    }

    private mutating func unknown(_ key: KeyEvent) -> [Effect] {
        switch key {
        case .character(":"): layers.append(CommandEntry(""))
        case .escape: stepBack()
        case .control("l"), .enter: break
        case .control("c"):
            let leave = keys.label(of: "quit") ?? ":quit"
            notice = Notice("Ctrl-C ends nothing here: \(leave) leaves, and the meeting stays open")
        default: notice = Notice("\(key.label) does nothing here: ? lists the keys")
        }
        return []
    }

    /// What Esc takes back if nothing is in front: the marks of a text that was looked for, a pane's zoom, the look at
    /// another item, a pane's place; one at a time.
    private mutating func stepBack() {
        if isPresenting {
            leavePresenter()
        } else if search != nil {
            search = nil
        } else if zoom != .none {
            zoom = .none
        } else if isLookingElsewhere {
            lookBack()
        } else {
            scroll[focus] = nil
            rowCursor[focus] = nil
        }
    }

    // MARK: Focus and scrolling

    /// Moves the focus, a cursor or the rows of a pane; nil if the key does none of these.
    private mutating func moveOrScroll(_ key: KeyEvent) -> [Effect]? {
        switch key {
        case .tab: focus = focus.next(1)
        case .backTab: focus = focus.next(-1)
        case .character(let digit) where digit.isASCII && Pane.all.contains { $0.number == digit.wholeNumberValue }:
            focus = Pane.all.first { $0.number == digit.wholeNumberValue } ?? focus
        case .down, .character("j"): scrollFocus(by: 1)
        case .up, .character("k"): scrollFocus(by: -1)
        case .pageDown, .character(" "), .control("f"): turnFocus(by: page(of: focus))
        case .pageUp, .control("b"): turnFocus(by: -page(of: focus))
        case .control("d"): turnFocus(by: max(1, (metrics.visible[focus] ?? 10) / 2))
        case .control("u"): turnFocus(by: -max(1, (metrics.visible[focus] ?? 10) / 2))
        case .home: goToEdge(-1)
        case .end, .character("G"): goToEdge(1)
        case .character(">") where search != nil: findNext(1)
        case .character("<") where search != nil: findNext(-1)
        case .character("z"): zoom = zoom == .none ? .whole : .none
        case .character("+"): zoom = Zoom(rawValue: zoom.rawValue + 1) ?? .whole
        case .character("-"): zoom = Zoom(rawValue: zoom.rawValue - 1) ?? .none
        case .character("@"):
            guard let pointedAt, let offer = Command.offers(on: pointedAt, in: self).first(where: \.isOfWho) else {
                return nil
            }
            return choose(offer)
        case .enter:
            guard let cursor = focus.cursor else { return pointedAt == nil ? nil : openMenu() }
            return cursor.choose(&self)
        default: return nil
        }
        return []
    }

    /// Moves within the pane that has the focus.
    mutating func scrollFocus(by rows: Int) {
        if let cursor = focus.cursor { return cursor.move(&self, rows) }
        if abs(rows) == 1, moveRow(rows, in: focus) { return }
        scroll(focus, by: rows)
    }

    /// Scrolls by many rows; the cursor of a pane is found anew in what is in sight then.
    private mutating func turnFocus(by rows: Int) {
        if focus.cursor == nil { rowCursor[focus] = nil }
        scrollFocus(by: rows)
    }

    /// Goes to the beginning (−1) or the end (1) of the pane.
    mutating func goToEdge(_ step: Int) {
        scrollFocus(by: step * 1_000_000)
        guard focus.cursor == nil, let rows = metrics.rows[focus], !rows.isEmpty else { return }
        rowCursor[focus] = step < 0 ? 0 : focus.followsEnd ? nil : rows.count - 1
    }

    /// Panes of the item that is shown with nothing but an invitation in them.
    var emptyPanes: Set<Pane> {
        guard let item = shownItem, item.motions.isEmpty, item.openConcerns.isEmpty else { return [] }
        return [.votes]
    }

    /// Rows that a page key moves by: two of those in sight stay, to find one's place by.
    private func page(of pane: Pane) -> Int { max(1, (metrics.visible[pane] ?? 10) - 2) }

    mutating func scroll(_ pane: Pane, by rows: Int) {
        let last = metrics.lastTop(of: pane)
        let now = min(scroll[pane] ?? (pane.followsEnd ? last : 0), last)
        let top = min(max(0, now + rows), last)
        scroll[pane] = pane.followsEnd && top == last ? nil : top
    }
}
