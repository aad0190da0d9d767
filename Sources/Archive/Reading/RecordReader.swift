import Council
import Foundation

/// Reads a meeting from its `record.json`, of version 1 or 2.
///
/// Version 1 has names where version 2 has handles too, and amounts as people say them. What it says is taken as far as
/// it goes.
struct RecordReader {
    typealias Fault = JSONReader.Fault

    let version: Int
    /// The handles of names that only one person on the roster has.
    let handles: [String: Handle]

    static let versions = 1...2

    /// - Parameters:
    ///   - roster: who has which name, for minutes of version 1.
    ///   - version: as which version the text is read; nil for its own. Version 2 can be read as version 1.
    static func read(
        _ bytes: [UInt8], of day: CalendarDay?, roster: Roster?, as version: Int? = nil
    ) throws(Fault) -> ReadMinutes {
        var json = JSONReader(bytes)
        guard var place = try json.value(of: "schema") else {
            throw Fault(place: 0, sentence: "it has no `schema`, so it is not a record of a meeting")
        }
        let start = try place.startOfValue()
        let own = try place.integer()
        guard versions.contains(own) else {
            throw Fault(
                place: start, sentence: "it is of version \(own), and only versions 1 and 2 are known here")
        }
        let handles = Dictionary(grouping: roster?.everybody ?? [], by: \.name).compactMapValues { people in
            people.count == 1 ? people[0].handle : nil
        }
        let read = try RecordReader(version: version ?? own, handles: handles).meeting(&json, of: day)
        try json.end()
        return read
    }

    private func meeting(_ json: inout JSONReader, of day: CalendarDay?) throws(Fault) -> ReadMinutes {
        let start = try json.startOfValue()
        var (date, revision, entry): (CalendarDay?, Int?, Int?)
        var attendance: Attendance?
        var items: [HeldItem]?
        var actions: [Action]?
        var updates: [ActionUpdate] = []
        var isDraft = false
        try json.object { name, json throws(Fault) in
            switch name {
            case "date": date = try self.date(&json, expecting: day)
            case "revision": revision = try json.integer()
            case "isDraft": isDraft = try json.truth()
            case "attendance": attendance = try self.attendance(&json)
            case "owners": actions = Array(try json.list(owner).joined())
            case "earlierActions": updates = try json.optional(earlierActions) ?? []
            case "items": items = try json.list(item)
            case "record": entry = try json.optional(head) ?? nil
            default: try json.skip()
            }
        }
        guard let date, let revision, let attendance, let items, let actions else {
            throw Fault(
                place: start,
                sentence: missing(
                    ("date", date), ("revision", revision), ("attendance", attendance), ("items", items),
                    ("owners", actions)))
        }
        let known = withLastingIDs(items)
        var held = HeldMeeting(
            date: date, revision: revision, openedAt: attendance.opened, closedAt: attendance.closed,
            minutes: attendance.minutes, items: known)
        held.attended = attendance.attended
        held.isDraft = isDraft
        held.actions = try actions.map { action throws(Fault) in try action.held(at: date, of: known) }
        held.updates = updates
        held.actions.sort { $0.reference < $1.reference }
        return ReadMinutes(meeting: held, entry: entry, version: version)
    }

    private func date(_ json: inout JSONReader, expecting day: CalendarDay?) throws(Fault) -> CalendarDay {
        let start = try json.startOfValue()
        let date = try self.day(&json)
        guard let day, day != date else { return date }
        throw Fault(place: start, sentence: "it is of \(date), and the folder is of \(day)")
    }

    // MARK: Parts of the meeting

    private struct Attendance {
        var opened: Date?
        var closed: Date?
        var minutes: Int?
        var attended: [Handle: Presence] = [:]
    }

    private func attendance(_ json: inout JSONReader) throws(Fault) -> Attendance {
        var attendance = Attendance()
        try json.object { name, json throws(Fault) in
            switch name {
            case "opened": attendance.opened = try json.optional(moment)
            case "closed": attendance.closed = try json.optional(moment)
            case "plannedMinutes": attendance.minutes = try json.optional { json throws(Fault) in try json.integer() }
            case "members", "practitioners":
                for (who, presence) in try json.list(attendee).compactMap(\.self) {
                    attendance.attended[who] = presence
                }
            default: try json.skip()
            }
        }
        return attendance
    }

    /// Somebody who was in the room; nil for others, and for those who are not known by a handle.
    private func attendee(_ json: inout JSONReader) throws(Fault) -> (Handle, Presence)? {
        var (name, handle, presence): (String?, String?, String?)
        try json.object { key, json throws(Fault) in
            switch key {
            case "name": name = try json.string()
            case "handle": handle = try json.optional { json throws(Fault) in try json.string() }
            case "presence": presence = try json.optional { json throws(Fault) in try json.string() }
            default: try json.skip()
            }
        }
        guard let presence = presence.flatMap(Presence.init), presence.isInRoom,
            let who = handle.map(Handle.init(rawValue:)) ?? name.flatMap({ handles[$0] })
        else { return nil }
        return (who, presence)
    }

    private func head(_ json: inout JSONReader) throws(Fault) -> Int? {
        var entry: Int?
        try json.object { name, json throws(Fault) in
            guard name == "head" else { return try json.skip() }
            try json.object { name, json throws(Fault) in
                if name == "entry" { entry = try json.integer() } else { try json.skip() }
            }
        }
        return entry
    }

    /// Topics that are known by their place on the agenda are called after their title: the place means nothing in
    /// another week.
    private func withLastingIDs(_ items: [HeldItem]) -> [HeldItem] {
        var taken: Set<ItemID> = Set(items.map(\.id))
        return items.map { item in
            guard item.isTopic, item.id.isOfPlace else { return item }
            var item = item
            item.id = ItemID(topic: item.title, number: item.number, besides: taken)
            taken.insert(item.id)
            return item
        }
    }
}
