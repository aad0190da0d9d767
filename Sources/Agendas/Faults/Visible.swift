/// `text` so that it can stand in a message: on one line, unable to drive a terminal, and not too long.
///
/// Control characters, line ends, and characters that are invisible or change the direction of writing
/// are spelled as `\u{1B}`.
public func visible(_ text: some StringProtocol, atMost limit: Int = 48) -> String {
    var result = ""
    for (count, scalar) in text.unicodeScalars.enumerated() {
        if count == limit { return result + "…" }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default:
            result.unicodeScalars.append(scalar)
        }
    }
    return result
}
