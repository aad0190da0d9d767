import Council
import Yams

/// Mail addresses.
extension Fields {
    /// A bare address: `lena@example.com`.
    func address(_ name: String) -> String? {
        guard let text = line(name) else { return nil }
        if let reason = MailAddress.problem(with: text) {
            fault(name, Self.message("`\(visible(text))`", reason, "lena@example.com"))
            return nil
        }
        return text
    }

    /// An address, with or without a name: `ML Council <ml-council@example.com>`.
    func mailbox(_ name: String) -> String? {
        guard let text = line(name) else { return nil }
        if let reason = MailAddress.problem(withMailbox: text) {
            fault(name, Self.message("`\(visible(text))`", reason, "Lena Ortiz <lena@example.com>"))
            return nil
        }
        return text
    }

    /// A name, with or without an address behind it: `Lena Ortiz`, or `Lena Ortiz <lena@example.com>`.
    func person(_ name: String) -> String? {
        guard let text = line(name), text.contains(where: { "<>@".contains($0) }) else { return line(name) }
        return mailbox(name)
    }

    /// Like ``person(_:)``, of a value that has no key of its own.
    func person(of node: Node, _ label: String) -> NamedAddress? {
        guard let text = line(of: node, label) else { return nil }
        if text.contains(where: { "<>@".contains($0) }), let reason = MailAddress.problem(withMailbox: text) {
            sheet.fault(at: node.place, Self.message("`\(visible(text))`", reason, "Lena Ortiz <lena@example.com>"))
            return nil
        }
        return NamedAddress(text)
    }

    /// A list of addresses, each with or without a name.
    func mailboxes(_ name: String) -> [String] {
        list(name, "[ml-review@example.com]") { node in
            guard let text = self.line(of: node, "an entry of `\(name)`") else { return nil }
            if let reason = MailAddress.problem(withMailbox: text) {
                self.sheet.fault(at: node.place, Self.message("`\(visible(text))`", reason, "lena@example.com"))
                return nil
            }
            return text
        }
    }

    private static func message(_ text: String, _ reason: String, _ example: String) -> String {
        "\(text) is not a mail address: \(reason); write it as `\(example)`"
    }
}
