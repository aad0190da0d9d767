extension Proposal {
    /// What a lead approves. If one of these changes, the lead is asked again.
    public var reviewedFields: [ProposalField] {
        switch kind {
        case .application, .technology: [.problem, .impact, .cost, .solution, .techLead]
        case .hiring: [.description, .opening, .process, .techLead]
        }
    }

    /// A short digest of each reviewed field, such as `3f9a-77c2-a1b0-9d4e-22f1`, by which an approval says what it is of.
    ///
    /// Four digits a field tell which of them has changed. They guard against oversight, not against forgery.
    public var version: String {
        reviewedFields.map { ShortDigest(of: value(of: $0)).description }.joined(separator: "-")
    }

    /// The reviewed fields that have changed since a lead approved the proposal; none if the review names no version.
    public func changes(since review: LeadReview) -> [ProposalField] { changes(since: review, in: version) }

    /// - Parameter version: The present one. It is worked out only if the review names one.
    private func changes(since review: LeadReview, in version: @autoclosure () -> String) -> [ProposalField] {
        guard review.verdict == .approved, let approved = review.of else { return [] }
        let version = version()
        if approved == version { return [] }
        let (then, now) = (approved.split(separator: "-"), version.split(separator: "-"))
        // A proposal of another kind has other fields.
        guard then.count == now.count else { return reviewedFields }
        return zip(reviewedFields, zip(then, now)).filter { $1.0 != $1.1 && !isAsDecided($0, since: $1.0) }.map(\.0)
    }

    /// Whether all that has changed in a field is what the council had decided, so that the file was brought in line. What
    /// a lead had changed before that is gone with it.
    ///
    /// - Parameter digits: Of the field as it was.
    private func isAsDecided(_ field: ProposalField, since digits: Substring) -> Bool {
        var earlier = self
        var decided: [ProposalField] = []
        for amendment in amended.reversed() where amendment.field.overlaps(field) {
            if amendment.decided != nil {
                decided.append(amendment.field)
            } else if !decided.contains(where: { $0.covers(amendment.field) }) {
                return false
            }
            try? earlier.amend(amendment.field, to: amendment.before)
            if ShortDigest(of: earlier.value(of: field)).description == digits { return true }
        }
        return false
    }

    /// The fields that have changed since an approval, with what they were if the leads' amendments tell it:
    /// `cost: build 500 k → build 660 k USD; impact changed since`.
    ///
    /// - Parameter fields: At least one.
    func spoken(_ fields: [ProposalField], changedSince review: LeadReview) -> String {
        let known = fields.map { ($0, $0.section == nil ? approved($0, in: review) : nil) }
        let told = known.compactMap { field, before in
            before.map { "\(field.spoken): \($0) → \(spokenValue(of: field))" }
        }
        let others = known.filter { $0.1 == nil }.map(\.0.spoken)
        return (told + (others.isEmpty ? [] : ["\(listed(others)) changed since"])).joined(separator: "; ")
    }

    /// What a lead has approved of a field: the amendments are taken back until it has the digits of the approval.
    private func approved(_ field: ProposalField, in review: LeadReview) -> String? {
        let digits = (review.of ?? "").split(separator: "-")
        guard let place = reviewedFields.firstIndex(of: field), digits.indices.contains(place) else { return nil }
        var earlier = self
        for amendment in amended.reversed() {
            try? earlier.amend(amendment.field, to: amendment.before)
            if ShortDigest(of: earlier.value(of: field)).description == digits[place] {
                return earlier.spokenValue(of: field)
            }
        }
        return nil
    }

    /// A field's value as people say it, amounts with their units; `nothing` if there is none.
    func spokenValue(of field: ProposalField) -> String {
        let spoken: String? =
            switch field {
            case .cost: cost?.spoken
            case .impact: impact?.spoken
            case .costBuild: cost.flatMap { cost in cost.build.map { "\(figure($0)) \(cost.unit)" } }
            case .costMaintenance: cost.flatMap { cost in cost.maintenance.map { "\(figure($0)) \(cost.unit) a year" } }
            default: value(of: field)
            }
        return spoken?.nilIfEmpty ?? "nothing"
    }

    /// The last word of each lead, with the fields that have changed since an approval.
    var reviewsWithChanges: [(review: LeadReview, changes: [ProposalField])] {
        // The text is read once for all of them.
        let version = leads.contains { $0.of != nil } ? version : ""
        return reviews.map { ($0, changes(since: $0, in: version)) }
    }

    /// Whether a text could be a version: groups of four digits.
    public static func isVersion(_ text: String) -> Bool {
        text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { group in
            group.utf8.count == 4 && group.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        }
    }
}

/// Sixteen bits of a text's words: FNV-1a, folded.
///
/// Line ends, blanks, emphasis and the rulers of tables don't count, so that a text may be wrapped and laid out anew.
private struct ShortDigest: CustomStringConvertible {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    init(of text: String) {
        let words = text.utf8.split { $0 <= UInt8(ascii: " ") || $0 == UInt8(ascii: "|") }
        for word in words where !Self.isRuler(word) {
            for byte in word where byte != UInt8(ascii: "*") && byte != UInt8(ascii: "`") { take(byte) }
            take(UInt8(ascii: " "))
        }
    }

    private mutating func take(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// `---`, `:---:`, `====`.
    private static func isRuler(_ word: Substring.UTF8View) -> Bool {
        word.count > 2 && word.allSatisfy { "-:=".utf8.contains($0) }
    }

    var description: String {
        let bits = (hash ^ hash >> 32) & 0xFFFF_FFFF
        let digits = String((bits ^ bits >> 16) & 0xFFFF, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
