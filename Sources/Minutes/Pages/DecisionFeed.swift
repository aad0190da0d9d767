import Council
import Foundation

/// The decisions of all meetings as an Atom feed (RFC 4287).
struct DecisionFeed {
    let council: String
    let id: String
    let updated: String
    /// The web address of the feed itself, if the council names one.
    let address: String?
    let entries: [Entry]

    struct Entry {
        let id: String
        /// `Fraud ring detection: approved`.
        let title: String
        /// When it was decided.
        let published: String
        /// When the minutes that have it were closed: a correction makes it new.
        let updated: String
        /// Where the minutes tell of it; nil if they have no page.
        let link: String?
        let verdict: String
        let summary: String
    }
}

extension DecisionFeed {
    /// - Parameter day: The day that the feed is of, for one without entries.
    init(_ log: DecisionLog, roster: Roster, day: CalendarDay, pages: Set<CalendarDay>) {
        let clock = WallClock(timeZone: roster.timeZone, meetingDay: day)
        let home = roster.mail?.minutesURL.flatMap { MailSettings.isURL($0) ? $0 : nil }.map { address in
            address.hasSuffix("/") ? address : address + "/"
        }
        let domain = MailThread.listID(of: roster) ?? Mailbox(senderOf: roster).domain
        func tag(_ day: CalendarDay, _ name: String) -> String { "tag:\(domain),\(day):\(Self.escaped(name))" }
        let midnight = "T00:00:00Z"
        let entries = log.decisions.map { decided in
            let model = DecisionEntryModel(decided, timeZone: roster.timeZone, pages: pages)
            let published = decided.decision.at.map { clock.moment($0).iso } ?? "\(decided.date)\(midnight)"
            let last = [decided.closedAt, decided.decision.at].compactMap { $0 }.max()
            return (
                last,
                Entry(
                    id: tag(decided.date, model.id), title: "\(model.title.onOneLine): \(model.spoken.onOneLine)",
                    published: published, updated: last.map { clock.moment($0).iso } ?? published,
                    link: model.minutes.map { (home ?? "") + $0 }, verdict: model.verdict,
                    summary: Self.summary(of: decided.decision))
            )
        }
        let last = entries.compactMap(\.0).max()
        self.init(
            council: roster.name, id: tag(log.decisions.last?.date ?? day, "decisions"),
            updated: last.map { clock.moment($0).iso } ?? "\(log.decisions.first?.date ?? day)\(midnight)",
            address: home.map { $0 + StandingPages.feed }, entries: entries.map(\.1))
    }

    private static func summary(of decision: HeldDecision) -> String {
        decision.sentenceWithReason.withFullStop.capitalizedFirst.onOneLine
            + (decision.basis.isEmpty ? "" : " (\(decision.basis.onOneLine))")
    }

    /// A name in the characters that a tag may have (RFC 4151).
    private static func escaped(_ name: String) -> String {
        name.addingPercentEncoding(withAllowedCharacters: allowed) ?? name
    }

    private static let allowed = CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/")

    var text: String {
        var lines = ["<?xml version=\"1.0\" encoding=\"utf-8\"?>", "<feed xmlns=\"http://www.w3.org/2005/Atom\">"]
        lines += [
            "  <id>\(Self.xml(id))</id>", "  <title>\(Self.xml("\(council): decisions"))</title>",
            "  <updated>\(updated)</updated>", "  <author><name>\(Self.xml(council))</name></author>",
            "  <generator>mlreview</generator>",
        ]
        if let address { lines.append("  <link rel=\"self\" href=\"\(Self.xml(address))\"/>") }
        for entry in entries {
            lines += [
                "  <entry>", "    <id>\(Self.xml(entry.id))</id>", "    <title>\(Self.xml(entry.title))</title>",
                "    <published>\(entry.published)</published>", "    <updated>\(entry.updated)</updated>",
            ]
            if let link = entry.link { lines.append("    <link rel=\"alternate\" href=\"\(Self.xml(link))\"/>") }
            lines += [
                "    <category term=\"\(Self.xml(entry.verdict))\"/>",
                "    <summary>\(Self.xml(entry.summary))</summary>", "  </entry>",
            ]
        }
        return (lines + ["</feed>", ""]).joined(separator: "\n")
    }

    /// The text within XML. What XML can't hold is no readable text either.
    private static func xml(_ text: String) -> String { HTMLText.escaped(text.onOneLine) }
}
