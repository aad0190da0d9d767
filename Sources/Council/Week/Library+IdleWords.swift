/// Words on items of agendas to come that count for nothing.
extension Library {
    func idleWords(on agendas: [Agenda]) -> [Remark] {
        people.values.sorted { $0.handle < $1.handle }.flatMap { words in
            words.consent.enumerated().compactMap { place, word in
                guard let agenda = agendas.first(where: { $0.date == word.meeting }),
                    let item = agenda.items.first(where: { $0.id == word.item }),
                    let (key, why) = whyIdle(word, on: item, by: words.handle)
                else { return nil }
                return Remark(
                    .person(words.handle, list: "consent", place: place, key: key),
                    "\(why), so this word does not count")
            }
        }
    }

    /// The key of the entry that does not fit, and why; nil if the word counts.
    private func whyIdle(_ word: ConsentWord, on item: AgendaItem, by who: Handle) -> (key: String, why: String)? {
        guard let rule = roster.consent else { return ("meeting", "the council has no consent lane") }
        guard case .proposal(let id) = item.subject, let proposal = drafts[id]?.proposal,
            rule.kinds.contains(proposal.kind)
        else {
            let kinds = listed(rule.kinds.map(\.rawValue))
            return ("item", "`\(item.id.spoken)` is not for the consent lane, which takes \(kinds)")
        }
        guard word.word == .approve, let person = roster.person(who) else { return nil }
        guard roster.isMember(who) else { return ("word", "\(person.name) has no seat on the council") }
        guard proposal.isOwn(of: person) else { return nil }
        return ("word", "\(person.name) is on the team of `\(id)` or one of its leads")
    }
}
