import Council
import Foundation
import Room

/// A hit with what stands around it.
struct FoundPages {
    let pages: [DocumentPage]

    init(of hit: SearchHit, in folder: SearchFolder) throws {
        if hit.date == nil, let file = Self.file(of: hit, in: folder.place) {
            pages = [file]
            return
        }
        let entries = try folder.index.entries(beside: hit)
        var lines: [DocumentPage.Line] = []
        var top = 0
        if hit.kind != .proposal || entries.count > 1 { lines += [.heading(hit.title), .text("")] }
        for (id, entry) in entries {
            if id == hit.id { top = lines.count }
            lines.append(contentsOf: Self.lines(of: entry))
        }
        let name = [hit.item?.spoken ?? "actions", hit.date.map { "at the meeting of \($0.long)" }]
        let own = DocumentPage(
            name: name.compactMap { $0 }.joined(separator: ", "), lines: lines, top: top)
        pages = [own] + [Self.minutes(of: hit, in: folder.place)].compactMap { $0 }
    }

    /// Proposals and topics speak for themselves; before other words stands what they are, and whose.
    private static func lines(of entry: SearchEntry) -> [DocumentPage.Line] {
        if entry.kind == .proposal || entry.kind == .topic { return [.markdown(entry.text), .text("")] }
        let text = entry.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let what = entry.number.map { "\(entry.kind.rawValue) \($0)" } ?? entry.kind.rawValue
        let head = what + (entry.who.map { " of \($0.name)" } ?? "")
        return (["\(head): \(text.first ?? "")"] + text.dropFirst() + [""]).map { .text($0) }
    }

    /// The proposal's file as it is now.
    private static func file(of hit: SearchHit, in place: MeetingPlace) -> DocumentPage? {
        guard let id = hit.item?.rawValue else { return nil }
        let words = hit.snippet.parts.filter { !$0.isHit }.map(\.text.trimmed).max { $0.count < $1.count } ?? ""
        let first = hit.snippet.parts.first { $0.isHit }?.text ?? ""
        return page(of: "\(place.agendas.proposals)/\(id).md", within: place.folder, called: id) { line in
            line.contains(first) && line.contains(words)
        }
    }

    /// The minutes of that day as they are now.
    private static func minutes(of hit: SearchHit, in place: MeetingPlace) -> DocumentPage? {
        guard let date = hit.date else { return nil }
        return page(
            of: "\(place.minutes)/\(date)/minutes.md", within: place.minutes, called: "minutes of \(date.long)"
        ) { line in line.hasPrefix("#") && line.contains(hit.title) }
    }

    /// A file from the first line on that is meant; nil if it can't be read, or lies elsewhere.
    private static func page(
        of path: String, within folder: String, called name: String, from isMeant: (String) -> Bool
    ) -> DocumentPage? {
        guard Premises(folder).placeOutside(of: path) == nil,
            let text = try? String(contentsOfFile: path, encoding: .utf8)
        else { return nil }
        let parts = DocumentPage.Line.parts(ofMarkdown: text)
        let top = parts.firstIndex { $0.words.split(separator: "\n").contains { isMeant(String($0)) } }
        return DocumentPage(name: name, lines: parts, top: top ?? 0)
    }
}
