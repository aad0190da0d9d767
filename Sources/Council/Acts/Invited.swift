import Foundation

extension Act {
    /// A guest came.
    public struct Invited: ActKind {
        public let guest: Guest

        public static let name = "invited"

        public var act: Act { .invited(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.welcome(guest)
            Act.Rolled(who: guest.handle, presence: .present).apply(to: &meeting, at: moment)
        }

        public func spoken(in meeting: Meeting) -> String { "\(guest.name) as a guest" }

        public func told(in journal: Journal) -> [String] {
            ["\(guest.spoken) is here as a guest, @\(guest.handle): may speak and own actions, but not vote"]
        }

        public func correction(in meeting: Meeting) -> String? { "\(guest.spoken) is on the roll as a guest" }
    }
}

extension Act {
    /// Whether it brought somebody in as a guest.
    func brought(_ who: Handle?) -> Bool {
        if case .invited(let invited) = self { invited.guest.handle == who } else { false }
    }
}

extension Meeting {
    /// Takes a guest in, in the place of one of the same handle.
    mutating func welcome(_ guest: Guest) {
        guests = (guests ?? []).filter { $0.handle != guest.handle } + [guest]
    }

    /// A guest gets the handle by which a proposal's people, or an unknown speaker, are called already.
    func invite(_ name: String, email: String?, of organisation: String?) throws(Refusal) -> Act {
        try requireNotClosed("add a guest")
        let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let organisation = organisation?.split(whereSeparator: \.isWhitespace).joined(separator: " ").nilIfEmpty
        let form = "write `guest NAME`, as in `guest Kim Park of Acme`"
        guard !name.isEmpty else { throw Refusal("a guest needs a name: \(form)") }
        guard name.count <= 80, (organisation?.count ?? 0) <= 80 else {
            throw Refusal("a name has at most 80 characters: shorten it")
        }
        if let email { try requireAddress(email) }
        if let person = onFile(named: name) {
            throw Refusal("\(person.name) is on the roster, so not a guest: `roll \(person.handle) present`")
        }
        // Of those whom a proposal names, where they come from may be said later.
        let isNamed = { (guest: Guest) in
            guest.organisation == nil && organisation != nil
                && self.named?.contains { $0.handle == guest.handle } == true
        }
        let same = (guests ?? []).filter { Self.folded($0.name) == Self.folded(name) && !isNamed($0) }
        for guest in same {
            let isOther = [(guest.organisation, organisation), (guest.email, email)].contains { before, now in
                now.map { $0.lowercased() != before?.lowercased() } ?? false
            }
            guard isOther else {
                let help =
                    isInRoom(guest.handle)
                    ? "add what tells another one apart, as in `guest \(name) of Acme`"
                    : "`roll \(guest.handle) present` when they come back"
                throw Refusal("\(guest.spoken) is already a guest, as @\(guest.handle): \(help)")
            }
        }
        let known = same.isEmpty ? named?.first { Self.folded($0.name) == Self.folded(name) } : nil
        let isKnown = known.map { $0.email == nil || email == nil || $0.email?.lowercased() == email?.lowercased() }
        guard let handle = isKnown == true ? known?.handle : Handle(from: name, besides: roster.takenHandles) else {
            throw Refusal("a guest's name has letters, and “\(name)” has none: \(form)")
        }
        return .invited(
            Act.Invited(
                guest: Guest(
                    handle: handle, name: name, email: email ?? (isKnown == true ? known?.email : nil),
                    organisation: organisation)))
    }

    private func onFile(named name: String) -> Member? {
        let folded = Self.folded(name)
        return (docket.roster.members + docket.roster.practitioners).first {
            Self.folded($0.name) == folded || $0.handle.rawValue.lowercased() == folded
        }
    }

    private func requireAddress(_ text: String) throws(Refusal) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isSafe = text.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7F && !"<>,;\"".unicodeScalars.contains($0)
        }
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), isSafe, text.utf8.count <= 254 else {
            throw Refusal(
                "`<\(text)>` is not a mail address: write one, as in `guest Kim Park <kim@example.com>`, or leave it out"
            )
        }
    }
}
