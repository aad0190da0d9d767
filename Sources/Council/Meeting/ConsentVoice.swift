/// What one person has said on an item of the consent lane, in a file of their own and in the room.
public struct ConsentVoice: Codable, Equatable, Sendable {
    /// Nil for what was said in the room by somebody who was not named.
    public let who: Handle?
    public internal(set) var hasApproved = false
    /// What stands against deciding the item together with others.
    public internal(set) var objection: ConsentObjection?

    init(_ who: Handle?) { self.who = who }

    /// An objection leaves an earlier approval, so that it stands again when the objection is taken back.
    mutating func say(_ word: ConsentWord) {
        switch word.word {
        case .approve: (hasApproved, objection) = (true, nil)
        case .flag: objection = ConsentObjection(kind: .flag, reason: word.because)
        case .hold: objection = ConsentObjection(kind: .hold, reason: word.because)
        case .unflag: objection = nil
        }
    }
}

/// Why somebody wants an item taken up by itself.
public struct ConsentObjection: Codable, Equatable, Sendable {
    public let kind: Kind
    public let reason: String?
    /// Whether it was said at the meeting, and not in a file.
    public let isFromTheRoom: Bool

    public init(kind: Kind, reason: String?, isFromTheRoom: Bool = false) {
        self.kind = kind
        self.reason = reason
        self.isFromTheRoom = isFromTheRoom
    }

    public enum Kind: String, Codable, CaseIterable, Sendable {
        /// Something is wrong with the proposal.
        case flag
        /// It should be talked about.
        case hold

        /// `flagged`, `held`.
        public var past: String { self == .flag ? "flagged" : "held" }
    }
}

extension Item {
    mutating func updateVoice(of who: Handle?, _ change: (inout ConsentVoice) -> Void) {
        if let place = voices.firstIndex(where: { $0.who == who }) { return change(&voices[place]) }
        var voice = ConsentVoice(who)
        change(&voice)
        voices.append(voice)
    }

    public func voice(of who: Handle?) -> ConsentVoice? { voices.first { $0.who == who } }

    /// Those that stand, in the order in which people spoke first.
    public var objections: [ConsentVoice] { voices.filter { $0.objection != nil } }
}

extension Docket {
    /// What somebody has written on an item, oldest first.
    public func words(of who: Handle, on item: ItemID) -> [ConsentWord] {
        consent?[who]?.filter { $0.item == item } ?? []
    }
}

extension Meeting {
    /// Lets what people have written count, as far as an earlier docket did not have it.
    mutating func hearWords(since earlier: Docket?) {
        guard docket.consent != nil || earlier?.consent != nil else { return }
        for place in items.indices {
            for person in docket.roster.everybody {
                let words = docket.words(of: person.handle, on: items[place].id)
                let known = earlier?.words(of: person.handle, on: items[place].id) ?? []
                if words == known { continue }
                let isLonger = words.starts(with: known)
                items[place].updateVoice(of: person.handle) { voice in
                    // A file that was written anew says all that counts, apart from what was said in the room.
                    if !isLonger {
                        voice.hasApproved = false
                        if voice.objection?.isFromTheRoom == false { voice.objection = nil }
                    }
                    for word in isLonger ? words.dropFirst(known.count) : words[...] { voice.say(word) }
                }
            }
        }
    }
}
