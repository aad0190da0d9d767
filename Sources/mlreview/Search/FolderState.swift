import Council
import Foundation
import Host
import SearchIndex

/// How everything looks that is searched: the minutes, the proposals, the council's file and the record.
struct FolderState: Sendable {
    let council: FileMark?
    /// By the names of the files.
    let proposals: FolderListing
    /// By the days of the meetings.
    let minutes: FolderListing
    private let record: [(name: String, mark: FileMark)]
    /// How far the meetings are that are recorded on a server, which no file shows; empty if the record is in files.
    private let server: String
    /// When this was looked at.
    private let now = FileMark.now
    private let place: MeetingPlace

    init(of place: MeetingPlace) {
        self.place = place
        council = FileMark(of: place.agendas.council)
        let listings = [false, true].concurrentMap { isMinutes in
            isMinutes
                ? FolderListing(of: place.minutes, inner: "record.json") {
                    CalendarDay(String(decoding: $0, as: UTF8.self)) != nil
                }
                : FolderListing(of: place.agendas.proposals) {
                    $0.ends(with: ".md") && $0[0] != UInt8(ascii: ".")
                }
        }
        (proposals, minutes) = (listings[0], listings[1])
        let folder = (place.folder as NSString).appendingPathComponent(".mlreview/record.sqlite")
        record = ["", "-wal"].compactMap { end in FileMark(of: folder + end).map { (end, $0) } }
        server = RecordPlace.standing(place.folder)
    }

    /// What reads the proposals: another version of the program may make something else of a file.
    var reader: String {
        var reader = Fingerprint()
        if let program = FileMark(of: "/proc/self/exe") { reader.add("program", program) }
        return reader.description
    }

    /// What reads the minutes: the council's file says who has which name in older ones.
    var minuteReader: String { reader + (council.map { " \($0)" } ?? "") }

    /// Whether a change might not show, since a link leads to what is read.
    var hasLinks: Bool {
        proposals.hasLinks || minutes.hasLinks
            || Premises(place.folder).placeOutside(of: place.agendas.proposals) != nil
    }

    /// Whether every change from now on will show.
    var isSettled: Bool {
        isSettled([proposals, minutes]) && (record.map(\.mark) + [council].compactMap { $0 }).allSatisfy(isSettled)
    }

    /// A mark that may be trusted the next time; nil if a change of the file might not show.
    func lasting(_ mark: FileMark, in listing: FolderListing) -> FileMark? {
        listing.hasLinks || !isSettled(mark) ? nil : mark
    }

    private func isSettled(_ mark: FileMark) -> Bool { mark.isSettled(at: now) }

    private func isSettled(_ listings: [FolderListing]) -> Bool {
        listings.allSatisfy { !$0.hasLinks && $0.isSettled(at: now) }
    }

    /// A text that differs if anything that is searched does.
    var digest: String { fingerprint(of: [proposals, minutes]).description + server }

    /// A text that differs if anything does that an answer about the weeks comes from; nil if a change might not show.
    var digestWithAgendas: String? {
        let agendas = FolderListing(of: (place.folder as NSString).appendingPathComponent("agendas")) {
            $0.ends(with: ".yaml") || $0.ends(with: ".yml")
        }
        let people = FolderListing(of: (place.folder as NSString).appendingPathComponent("agendas/people")) { _ in true
        }
        let themes = FolderListing(of: (place.folder as NSString).appendingPathComponent("themes")) { _ in true }
        guard isSettled, isSettled([agendas, people, themes]) else { return nil }
        return fingerprint(of: [proposals, minutes, agendas, people, themes]).description + server
    }

    private func fingerprint(of listings: [FolderListing]) -> Fingerprint {
        var whole = Fingerprint()
        for (number, listing) in listings.enumerated() { whole.add(listing.digest, as: UInt64(number)) }
        if let council { whole.add("council", council) }
        for file in record { whole.add("record\(file.name)", file.mark) }
        return whole
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func ends(with ending: StaticString) -> Bool {
        let length = ending.utf8CodeUnitCount
        return count >= length && (0..<length).allSatisfy { self[count - length + $0] == ending.utf8Start[$0] }
    }
}
