/// A mail in two versions that say the same: plain text for every reader, HTML for those that show it (RFC 2046, 5.1.4).
struct MultipartMail {
    /// The whole mail; lines end with CR LF, as in transport.
    let text: String

    /// - Parameters:
    ///   - header: all headers but those of MIME.
    ///   - identifier: in letters that a boundary may have; no line of either version begins with it.
    init(_ header: MailHeader, plain: String, page: String, identifier: String) {
        // `=_` stands in no line of quoted-printable text, so that nothing within can end a part (RFC 2045, 6.7).
        let boundary = "=_" + identifier
        var header = header
        header.add("MIME-Version", "1.0")
        header.add("Content-Type", "multipart/alternative; boundary=\"\(boundary)\"")
        var lines = header.lines
        lines += ["", "--" + boundary, "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=no"]
        lines += ["Content-Transfer-Encoding: quoted-printable", ""]
        lines += QuotedPrintable.encode(FlowedText.lines(of: plain.trimmed))
        lines += ["", "--" + boundary, "Content-Type: text/html; charset=utf-8"]
        lines += ["Content-Transfer-Encoding: quoted-printable", ""]
        lines += QuotedPrintable.encode(
            page.trimmed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        lines += ["", "--" + boundary + "--", ""]
        text = lines.joined(separator: "\r\n")
    }
}
