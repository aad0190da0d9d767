extension Request {
    /// The request of somebody who speaks of themselves: `me` is their handle, and what a practitioner says without a
    /// name is their own.
    ///
    /// - Parameter author: Nil if nobody signs: then nothing changes.
    public func said(by author: Handle?, in meeting: Meeting) -> Request {
        guard let author else { return self }
        func name(_ who: Handle) -> Handle { who == Handle("me") && meeting.roster.person(who) == nil ? author : who }
        let isScribe = meeting.isScribe(author)
        func own(_ who: Handle?) -> Handle? { who.map(name) ?? (isScribe ? nil : author) }
        return switch self {
        case .roll(let who, let presence): .roll(who: name(who), presence: presence)
        case .queue(let who, let kind): .queue(who: name(who), kind: kind)
        case .note(let speaker, .private, let text): .note(speaker: speaker.map(name), kind: .private, text: text)
        case .note(let speaker, let kind, let text): .note(speaker: own(speaker), kind: kind, text: text)
        case .vote(let who, let choice, let reason, let options):
            .vote(who: name(who), choice: choice, reason: reason, options: options)
        case .flag(let item, let who, let kind, let reason):
            .flag(item: item, who: own(who), kind: kind, reason: reason)
        case .unflag(let item, let who): .unflag(item: item, who: own(who))
        case .motion(let question, let by, let second):
            .motion(question, by: own(by), second: second.map(name))
        case .action(let owner, let due, let text): .action(owner: owner.map(name), due: due, text: text)
        case .written(let written, let item):
            Written(written.request.said(by: author, in: meeting)).map { .written($0, for: item) } ?? self
        default: self
        }
    }
}
