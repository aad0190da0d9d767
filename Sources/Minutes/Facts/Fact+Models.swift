/// Facts of what a meeting has thousands of. A mirror of each would take a third of the time in which all outputs are made.
///
/// `FactTests` sees to it that they have the names and values of the stored properties.
extension NoteModel {
    var fact: Fact {
        .record(
            [
                Fact.Field(name: "number", fact: .number(number)), Fact.Field(name: "at", fact: at.fact),
                Fact.Field(name: "speaker", fact: Fact(speaker)),
                Fact.Field(name: "speakerHandle", fact: Fact(speakerHandle)),
                Fact.Field(name: "kind", fact: Fact(kind)),
                Fact.Field(name: "isConcern", fact: .truth(isConcern)),
                Fact.Field(name: "lines", fact: .list(lines.map { .text($0.cleaned) })),
            ] + (enteredLater.map { [Fact.Field(name: "enteredLater", fact: .truth($0))] } ?? []))
    }
}

extension ActionModel {
    var fact: Fact {
        .record(
            [
                Fact.Field(name: "number", fact: .number(number)),
                Fact.Field(name: "reference", fact: Fact(reflecting: reference)),
                Fact.Field(name: "text", fact: Fact(reflecting: text)),
                Fact.Field(name: "due", fact: Fact(reflecting: due as Any)),
                Fact.Field(name: "isDone", fact: .truth(isDone)),
                Fact.Field(name: "item", fact: Fact(reflecting: item as Any)),
            ] + (enteredLater.map { [Fact.Field(name: "enteredLater", fact: .truth($0))] } ?? []))
    }
}

extension ConcernModel {
    var fact: Fact {
        .record(
            [
                Fact.Field(name: "number", fact: .number(number)), Fact.Field(name: "at", fact: at.fact),
                Fact.Field(name: "speaker", fact: Fact(speaker)),
                Fact.Field(name: "speakerHandle", fact: Fact(speakerHandle)),
                Fact.Field(name: "lines", fact: .list(lines.map { .text($0.cleaned) })),
                Fact.Field(name: "isResolved", fact: .truth(isResolved)),
                Fact.Field(name: "resolvedAt", fact: resolvedAt?.fact ?? .nothing),
                Fact.Field(name: "resolution", fact: Fact(resolution)),
                Fact.Field(name: "wasDecidedOver", fact: .truth(wasDecidedOver)),
                Fact.Field(name: "became", fact: Fact(became)),
            ] + (since.map { [Fact.Field(name: "since", fact: $0.fact)] } ?? []))
    }
}

extension BallotModel {
    var fact: Fact {
        .record(
            [
                Fact.Field(name: "who", fact: .text(who.cleaned)), Fact.Field(name: "whoHandle", fact: Fact(whoHandle)),
                Fact.Field(name: "choice", fact: Fact(choice)),
                Fact.Field(name: "options", fact: .list(options.map { .text($0.cleaned) })),
                Fact.Field(name: "without", fact: Fact(without)), Fact.Field(name: "reason", fact: Fact(reason)),
            ] + (byVoice.map { [Fact.Field(name: "byVoice", fact: .text($0.cleaned))] } ?? []))
    }
}

extension Fact {
    fileprivate init(_ text: String?) { self = text.map { .text($0.cleaned) } ?? .nothing }
}
