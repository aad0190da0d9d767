import Council

@testable import Agendas

/// Changes that the program makes in files that people wrote: the file then says what it said before, and the change; or
/// the program says why it can't.
extension Harness {
    static var edits: [Harness] {
        [
            Harness(name: "verdict") { bytes in
                guard let before = proposal(bytes) else { return }
                let review = LeadReview(
                    role: .product, name: "Lena: \"x\" #", verdict: .approved, date: day, note: "- a\n b: c")
                guard let edit = try? ProposalEdit(adding: review, to: bytes) else { return }
                let after = proposal(edit.after)
                expect(after?.leads.count == before.leads.count + 1, "a verdict is lost:\n\(text(edit.after))")
                expect(after?.leads.last?.verdict == .approved, "another verdict:\n\(text(edit.after))")
                expect(
                    after?.title == before.title && after?.body == before.body, "more is changed:\n\(text(edit.after))")
            },
            Harness(name: "amendment") { bytes in
                guard let before = proposal(bytes) else { return }
                for (field, value) in [
                    (ProposalField.pod, "a: \"b\" #"), (.cost, "1k + 2k USD"), (.problem, "New.\n\nTwo."),
                ] {
                    amend(before, field, to: value, in: bytes)
                }
            },
            Harness(name: "word") { bytes in
                guard let before = words(bytes) else { return }
                let word = ConsentWord(
                    meeting: day, item: ItemID("prep-time"), word: .approve, on: day, because: "so: \"it\" # is")
                guard let edit = try? PersonFileEdit(adding: .consent(word), to: bytes) else { return }
                let after = words(edit.after)
                expect(after?.consent == before.consent + [word], "another word:\n\(text(edit.after))")
                expect(after?.actions == before.actions, "more is changed:\n\(text(edit.after))")
            },
            Harness(name: "item") { bytes in
                guard let before = agenda(bytes) else { return }
                let id = before.items.contains { $0.id == ItemID("vector-store") } ? "old" : "vector-store"
                guard !before.items.contains(where: { $0.id == ItemID(id) }) else { return }
                let item = AgendaItem(id: ItemID(id), subject: .proposal(id: id), minutes: 5)
                let planned = AgendaPlan.Item(item: item, title: "A title", why: "because\nso # it")
                guard let edit = try? AgendaEdit(adding: [planned], to: bytes) else { return }
                let after = agenda(edit.after)
                // A time that is full by now is a fault of its own.
                guard let after else { return }
                expect(after.items == before.items + [item], "other items:\n\(text(edit.after))")
            },
        ]
    }

    private static func amend(_ before: Proposal, _ field: ProposalField, to value: String, in bytes: [UInt8]) {
        var expected = before
        guard (try? expected.amend(field, to: value)) != nil, expected != before else { return }
        let amendment = LeadAmendment(
            field: field, before: before.value(of: field), after: expected.value(of: field), by: "analytics", on: day,
            because: "so")
        guard let edit = try? ProposalEdit(amendment, of: before, to: expected, in: bytes) else { return }
        guard let after = proposal(edit.after) else {
            return expect(false, "a faulty file:\n\(text(edit.after))")
        }
        expect(
            after.value(of: field) == expected.value(of: field),
            "\(field) is \(after.value(of: field)) and not \(expected.value(of: field)):\n\(text(edit.after))")
        expect(after.title == before.title && after.team == before.team, "more is changed:\n\(text(edit.after))")
        expect(after.amended.count == before.amended.count + 1, "the change is not noted:\n\(text(edit.after))")
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
