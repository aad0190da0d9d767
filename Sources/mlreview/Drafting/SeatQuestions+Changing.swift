import Agendas
import Council

/// What a person changes in a new council before it is written.
extension SeatQuestions {
    private enum Part: String, CaseIterable {
        case name, members, chair, mails, day, zone
    }

    /// - Returns: The council as it is to be; nil if nothing is to be changed.
    mutating func changed(_ council: NewCouncil) throws -> NewCouncil? {
        let names = Part.allCases.map(\.rawValue)
        let question = "Change \(listed(names, "or")), and look again? Enter changes nothing: "
        while true {
            let answer = try ask(question, help: "One of these words. The other answers stay.")
                .writableLine.lowercased()
            if ["", "n", "no"].contains(answer) { return nil }
            let meant = names.filter { $0.hasPrefix(answer) }
            guard meant.count == 1, let part = Part(rawValue: meant[0]) else {
                say(
                    "  `\(answer)` is none of these\(suggestion(for: answer, among: names)): write \(listed(names, "or"))"
                )
                continue
            }
            do {
                return try changed(part, of: council)
            } catch let faults as Faults {
                for fault in faults.faults { say("  \(fault.message)") }
            }
        }
    }

    private mutating func changed(_ part: Part, of council: NewCouncil) throws -> NewCouncil {
        let roster = council.roster
        var (name, zone, date) = (roster.name, roster.timeZone, council.date)
        var (members, chair, sender) = (roster.members, roster.chair.member, roster.mail?.from)
        switch part {
        case .name: name = try line("The council's name", usual: name)
        case .members:
            members = try self.members(changing: members)
            if !members.contains(where: { $0.handle == chair }) { chair = try self.chair(of: members) }
        case .chair: chair = try self.chair(of: members, usual: chair)
        case .mails: sender = try self.sender(usual: sender)
        case .day: date = try day(usual: date)
        case .zone: zone = try line("The council's time zone", usual: zone)
        }
        return try NewCouncil(
            name: name, zone: zone, members: members, chair: chair, since: roster.chair.since, sender: sender,
            firstMeeting: date, in: council.folder)
    }

    private mutating func day(usual: CalendarDay) throws -> CalendarDay {
        while true {
            let text = try line("The first meeting's day", usual: usual.description)
            if let day = CalendarDay(text) { return day }
            say("  `\(text)` is not a day: write it as \(usual)")
        }
    }

    private mutating func members(changing members: [Member]) throws -> [Member] {
        var members = members
        while true {
            for (place, member) in members.enumerated() { say("  \(place + 1)  \(Self.typed(member))") }
            let text = try ask(
                "A number changes a member, -NUMBER removes one, \(TypedSeat.form) adds one, Enter continues: ",
                help: Self.memberHelp
            ).writableLine
            if text.isEmpty {
                if !members.isEmpty { return members }
                say("  a council has at least one member")
            } else if let number = Int(text) {
                let place = abs(number) - 1
                guard members.indices.contains(place) else {
                    say("  there is no member \(abs(number))")
                    continue
                }
                let old = members.remove(at: place)
                guard number > 0 else { continue }
                let typed = try ask("Member \(number): ", help: Self.memberHelp).writableLine
                members.insert(try member(typed, among: members, usual: old.handle) ?? old, at: place)
            } else if let member = try member(text, among: members) {
                members.append(member)
            }
        }
    }

    /// A member as one is typed, and the handle.
    private static func typed(_ member: Member) -> String {
        let person = member.name + (member.email.map { " <\($0)>" } ?? "")
        return "\(person)\(member.discipline.map { ", \($0.rawValue)" } ?? "") (\(member.handle))"
    }
}
