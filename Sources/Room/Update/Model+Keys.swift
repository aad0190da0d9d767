import Commands
import Council
import Screen

extension Model {
    mutating func press(_ key: KeyEvent) -> [Effect] {
        if key == .control("z") { return [.suspend] }
        if let last = layers.indices.last {
            notice = nil
            // Taken out while it works, so that its text is changed in place and it may read the room.
            var layer = layers.remove(at: last)
            let answers = layer.handle(key, in: self)
            layers.append(layer)
            return carryOut(answers, from: last)
        }
        notice = nil
        if let effects = moveOrScroll(key) { return effects }
        guard let command = Command.all.first(where: { $0.key == key.label }) else { return unknown(key) }
        return start(command)
    }

    mutating func paste(_ text: String) -> [Effect] {
        if layers.isEmpty {
            // Text pasted where nobody types is a note: nothing that was meant to be kept is lost.
            let effects = start(named: "note")
            return layers.isEmpty ? effects : effects + paste(text)
        }
        var layer = layers.removeLast()
        let answers = layer.paste(text, in: self)
        layers.append(layer)
        return carryOut(answers, from: layers.count - 1)
    }

    /// Does what a layer answered; `place` is where the layer is in the stack.
    private mutating func carryOut(_ answers: [Answer], from place: Int) -> [Effect] {
        var effects: [Effect] = []
        for answer in answers {
            switch answer {
            case .close: if layers.indices.contains(place) { layers.remove(at: place) }
            case .ask(let request, let thenClose):
                guard thenClose else {
                    effects += ask(request)
                    continue
                }
                let layer = layers.indices.contains(place) ? layers.remove(at: place) : nil
                effects += ask(request)
                // Refused: the layer comes back with what was typed, and the sentence stands below it.
                if case .refusal? = notice?.weight, let layer, !wasGranted(effects) {
                    layers.insert(layer, at: min(place, layers.count))
                }
                // What was typed in the entry is recorded now; a note of the `:` line leaves the draft alone.
                if layer is NoteEntry, wasGranted(effects) {
                    leftDraft = (layer as? NoteEntry)?.waiting ?? ""
                    effects.append(.draftChanged)
                }
            case .run(let line): effects += run(line)
            case .remember(let line):
                typedLines.removeAll { $0 == line }
                typedLines.append(line)
            case .open(let layer): layers.append(layer)
            case .tell(let told):
                notice = told
                if told.weight == .refusal { effects.append(.beep) }
            case .effect(let effect): effects.append(effect)
            case .draftChanged: effects.append(.draftChanged)
            case .leaveDraft(let text):
                leftDraft = text
                effects.append(.draftChanged)
            case .setAside(let text): setAside(text)
            case .scrollNotes(let pages): scroll(.notes, by: pages * page(of: .notes))
            }
        }
        return effects
    }

    private func wasGranted(_ effects: [Effect]) -> Bool {
        effects.contains { if case .record = $0 { true } else { false } }
    }

    /// Starts a command by its key: opens its dialog, or does it where it needs none.
    private mutating func start(_ command: Command) -> [Effect] {
        // The other terminal may have left: asking for its place answers with who is there, or gives it.
        if recording.isFollowing, command.group != .screen { return [.takeLease] }
        if let refusal = refusal(of: command) {
            notice = Notice(refusal.sentence, .refusal)
            return [.beep]
        }
        switch command.name {
        case "note":
            focus = .notes
            layers.append(NoteEntry(draft))
        case "vote":
            guard meeting.openMotion != nil else {
                layers.append(Form.motion(in: self))
                return []
            }
            focus = .votes
            layers.append(Voting(in: self))
        case "motion": layers.append(Form.motion(in: self))
        case "rule": layers.append(Form.ruling(in: self))
        case "decide": layers.append(Form.decision(in: self))
        case "action": layers.append(Form.action(in: self))
        case "amend": layers.append(Form.amendment(in: self))
        case "roll": layers.append(RollCall())
        case "close": layers.append(ClosingChecklist())
        case "find": layers.append(CommandEntry("", prompt: .find))
        default:
            if command.arguments.isEmpty || command.arguments.hasPrefix("[") { return run(command.name) }
            layers.append(CommandEntry(command.name + " "))
        }
        return []
    }

    private mutating func start(named name: String) -> [Effect] { Command.named(name).map { start($0) } ?? [] }

    /// Why the command's key does nothing now. `v` puts a motion first, so it needs what a motion needs.
    private func refusal(of command: Command) -> Refusal? {
        if command.name == "vote", meeting.openMotion == nil {
            return Command.named("motion")?.whyUnavailable(in: journal, at: now)
        }
        // Closing lists what is open, an open vote included.
        if command.name == "close", meeting.phase == .inSession { return nil }
        return command.whyUnavailable(in: journal, at: now)
    }

    private mutating func unknown(_ key: KeyEvent) -> [Effect] {
        switch key {
        case .character(":"): layers.append(CommandEntry(""))
        case .character("]"): return start(next: .next)
        case .character("["): return start(next: .back)
        case .escape:
            if isPresenting { isPresenting = false } else { scroll[focus] = nil }
        case .control("l"), .enter: break
        default: notice = Notice("\(key.label) does nothing here: ? lists the keys")
        }
        return []
    }

    private mutating func start(next destination: Request.Destination) -> [Effect] { ask(.go(destination)) }

    // MARK: Focus and scrolling

    /// What a key does that moves within the screen; nil where it is none of those.
    private mutating func moveOrScroll(_ key: KeyEvent) -> [Effect]? {
        switch key {
        case .tab: focus = Pane(rawValue: focus.rawValue % Pane.allCases.count + 1) ?? .agenda
        case .backTab: focus = Pane(rawValue: (focus.rawValue + 2) % Pane.allCases.count + 1) ?? .agenda
        case .character(let digit) where digit.wholeNumberValue.flatMap(Pane.init(rawValue:)) != nil && digit.isASCII:
            focus = digit.wholeNumberValue.flatMap(Pane.init(rawValue:)) ?? focus
        case .down, .character("j"): step(1)
        case .up, .character("k"): step(-1)
        case .pageDown, .character(" "): step(page(of: focus))
        case .pageUp: step(-page(of: focus))
        case .home: step(-1_000_000)
        case .end: step(1_000_000)
        case .enter where focus == .agenda: return ask(.go(.item(agendaCursor + 1)))
        default: return nil
        }
        return []
    }

    private mutating func step(_ rows: Int) {
        if focus == .agenda {
            agendaCursor = min(max(0, agendaCursor + rows), max(0, meeting.items.count - 1))
            scroll[.proposal] = nil
            return
        }
        scroll(focus, by: rows)
    }

    /// Rows that a pane moves by at once: those it shows, less two to find one's place by.
    private func page(of pane: Pane) -> Int { max(1, (metrics.visible[pane] ?? 10) - 2) }

    private mutating func scroll(_ pane: Pane, by rows: Int) {
        let last = metrics.lastTop(of: pane)
        let now = min(scroll[pane] ?? (pane == .notes ? last : 0), last)
        let top = min(max(0, now + rows), last)
        // At the end of the notes the pane follows them again.
        scroll[pane] = pane == .notes && top == last ? nil : top
    }
}
