import Foundation

// What Foundation says of time zones and texts, which must be the same without most of ICU's data. `.ci/icu --check` runs it.
var hash: UInt64 = 0xCBF2_9CE4_8422_2325
func take(_ text: String) {
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
func tell(_ what: String) { print(what, String(hash, radix: 16)) }

let folder = "/usr/share/zoneinfo"
let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
let zones = Set(files + TimeZone.knownTimeZoneIdentifiers).sorted()
var known = 0
let (from, to) = (Date(timeIntervalSince1970: 631_152_000), Date(timeIntervalSince1970: 2_208_988_800))
for name in zones {
    guard let zone = TimeZone(identifier: name) else { continue }
    known += 1
    var moment = from
    while moment < to {
        hash = (hash ^ UInt64(bitPattern: Int64(zone.secondsFromGMT(for: moment)))) &* 0x100_0000_01B3
        moment += 6 * 3600
    }
    // The very second of each change, and what is said of it.
    moment = from
    while let next = zone.nextDaylightSavingTimeTransition(after: moment), next < to {
        take("\(next.timeIntervalSince1970) \(zone.secondsFromGMT(for: next)) \(zone.isDaylightSavingTime(for: next))")
        moment = next
    }
    take(zone.identifier)
}
tell("\(known) of \(zones.count) zones, 1990 to 2040")
guard known > 400 else { exit(1) }

for zone in ["America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata"].compactMap(TimeZone.init(identifier:)) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    for day in stride(from: -30_000, to: 30_000, by: 7) {
        let moment = Date(timeIntervalSince1970: Double(day) * 86_400 + 4711)
        take(
            "\(calendar.dateComponents([.year, .month, .day, .hour, .minute, .weekday, .weekOfYear, .yearForWeekOfYear], from: moment))"
        )
        take(moment.formatted(.iso8601.dateTimeSeparator(.space).timeZoneSeparator(.omitted)))
    }
}
tell("calendar")

for scalar in (0...0x10FFFF).compactMap(Unicode.Scalar.init) {
    let text = "a\(Character(scalar)) b"
    take(text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil))
    take(text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil))
    take(
        text.lowercased() + text.uppercased() + text.capitalized + text.trimmingCharacters(in: .whitespacesAndNewlines))
    take(text.decomposedStringWithCanonicalMapping + text.precomposedStringWithCompatibilityMapping)
    take("\(text.range(of: "B", options: [.caseInsensitive, .diacriticInsensitive]) != nil)")
}
tell("every character")

for text in ["1,5", "0x10", "-7", "1e3", "٣", " 4", "Infinity"] {
    take("\(Double(text) ?? 0) \(Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")) ?? 0)")
}
for address in ["https://bücher.example/ä?q=ü", "file:///tmp/ä b", "mailto:bo@example.com", "http://[::1]/"] {
    take(URL(string: address)?.absoluteString ?? "none")
}
let coded = try JSONEncoder().encode([Date(timeIntervalSince1970: 1), Date(timeIntervalSince1970: 1e9 + 0.25)])
take(String(decoding: coded, as: UTF8.self))
take(
    try NSRegularExpression(pattern: "\\b\\p{L}+\\d?$", options: .caseInsensitive).stringByReplacingMatches(
        in: "Zoë ß3", range: NSRange(0..<6), withTemplate: "x"))
take("\(TimeZone.current.identifier) \(Locale.current.identifier) \(Calendar.current.identifier)")
tell("numbers, addresses, JSON, patterns")
