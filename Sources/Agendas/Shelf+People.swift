import Council

/// The files of `people/`.
extension Shelf {
    /// Somebody's words in `people/`; nil if their file is faulty.
    ///
    /// - Parameter name: The file's name without `.yaml`.
    @discardableResult
    func words(_ name: String) -> PersonalWords? {
        var words: PersonalWords?
        let sheet = read("\(PersonFile.folder)/\(name).yaml") { text, sheet in
            words = PersonFile.read(text, named: name, surroundingsOfPeople, on: sheet)
        }
        report(sheet.faults)
        return words
    }

    /// What everybody has written on the items of an agenda; nil if the council has no consent lane.
    ///
    /// Whoever has no file has said nothing. A file that appears later is noticed by its digest.
    func consentWords(of roster: Roster?, on agenda: Agenda?) -> [Handle: [ConsentWord]]? {
        guard let roster, roster.consent != nil, let agenda else { return nil }
        let items = Set(agenda.items.map(\.id))
        let surroundings = PersonFile.Surroundings(handles: roster.everybody.map(\.handle)) { day in
            // What was said on other days' items is not looked at here, and need not be read from their agendas.
            day == agenda.date ? .known(agenda.items.map(\.id)) : .unknown
        }
        var consent: [Handle: [ConsentWord]] = [:]
        for handle in roster.everybody.map(\.handle) {
            let name = "\(PersonFile.folder)/\(handle).yaml"
            guard Self.exists(path(name)) else {
                noteMissing(name)
                continue
            }
            var words: PersonalWords?
            let sheet = read(name) { text, sheet in
                words = PersonFile.read(text, named: handle.rawValue, surroundings, on: sheet)
            }
            report(sheet.faults)
            let own = words?.consent.filter { $0.meeting == agenda.date && items.contains($0.item) } ?? []
            if !own.isEmpty { consent[handle] = own }
        }
        return consent
    }

    /// The words that a person's file would hold if it had these bytes.
    ///
    /// - Throws: Its errors.
    func words(_ name: String, saying bytes: [UInt8]) throws(Faults) -> PersonalWords {
        var words: PersonalWords?
        let sheet = Self.sheet(path("\(PersonFile.folder)/\(name).yaml"), saying: bytes) { text, sheet in
            words = PersonFile.read(text, named: name, surroundingsOfPeople, on: sheet)
        }
        guard let words else { throw Faults(sheet.faults.filter { $0.severity == .error }) }
        return words
    }

    private var surroundingsOfPeople: PersonFile.Surroundings {
        PersonFile.Surroundings(handles: handles()) { [self] day in items(of: day) }
    }

    /// The items of a day's agenda, whose faults are not reported here; nil if there is no such agenda.
    private func items(of day: CalendarDay) -> PersonFile.AgendaItems? {
        if let known = knownItems[day] { return known }
        let name = "\(day).yaml"
        var found: PersonFile.AgendaItems?
        if Self.exists(path(name)) {
            var agenda: Agenda?
            let surroundings = surroundings(ofAgenda: name)
            _ = Self.sheet(path(name), within: premises) { agenda = AgendaFile.read($0, surroundings, on: $1).agenda }
            found = agenda.map { .known($0.items.map(\.id)) } ?? .unknown
        }
        knownItems[day] = .some(found)
        return found
    }
}
