import Foundation

/// A mail as Python's `email` package reads it, by its default policy.
struct ReadMail: Decodable {
    let headers: [[String]]
    let defects: [String]
    let types: [String]
    let text: String
    let html: String
    let to: [[String]]
    let bcc: [[String]]
    let longestLine: Int

    init(_ mail: String) throws { self = try Self.all([mail])[0] }

    /// Reads several mails in one run of Python.
    static func all(_ mails: [String]) throws -> [ReadMail] {
        let input = try JSONEncoder().encode(mails)
        let json = try Reading.of(String(decoding: input, as: UTF8.self), by: "python3", ["-c", reader])
        return try JSONDecoder().decode([ReadMail].self, from: Data(json.utf8))
    }

    func header(_ name: String) -> String? { headers.first { $0[0] == name }?[1] }

    private static let reader = """
        import email, email.utils, json, sys
        from email import policy
        from email.header import decode_header, make_header

        def read(raw):
            mail = email.message_from_bytes(raw, policy=policy.default)
            defects = [str(d) for part in mail.walk() for d in part.defects]
            defects += [f"{name}: {d}" for name, value in mail.items() for d in getattr(value, "defects", [])]
            # The default policy of Python 3.11 puts a space between the encoded words of a name; its older parser does not.
            plainly = email.message_from_bytes(raw)
            def people(name):
                pairs = email.utils.getaddresses([plainly[name]]) if plainly[name] else []
                return [[str(make_header(decode_header(name))), address] for name, address in pairs if address]
            plain = mail.get_body(("plain",))
            # RFC 3676: lines that end with a space go on; a leading space was put there to be taken off.
            lines = [line[1:] if line.startswith(" ") else line for line in plain.get_content().replace("\\r\\n", "\\n").split("\\n")]
            text = "".join(line if line.endswith(" ") else line + "\\n" for line in lines)
            return {
                "headers": [[name, str(value)] for name, value in mail.items()],
                "defects": defects,
                "types": [part.get_content_type() for part in mail.walk()],
                "text": text,
                "html": mail.get_body(("html",)).get_content(),
                "to": people("To"), "bcc": people("Bcc"),
                "longestLine": max(len(line) for line in raw.split(b"\\r\\n")),
            }

        print(json.dumps([read(mail.encode()) for mail in json.load(sys.stdin)]))
        """
}
