import Council
import Yams

/// A base16 scheme in either of its forms: `scheme:` with `base00:` beside it, or `system:` with a `palette:`.
///
/// Files of the collections that people share work as they are, so keys that mean nothing here are passed over.
/// Two of them are this program's own: `contrast` and `roles`.
public struct Scheme: Equatable, Sendable {
    /// What the file calls it.
    public let name: String
    /// `base00` to `base0F` as 0xRRGGBB.
    public let colors: [UInt32]
    /// The least contrast ratio that text should have on its ground; nil leaves it to the program.
    public let contrast: Double?
    /// Numbers of colours, 0…15, for what should not have its usual one.
    public let roles: [String: Int]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - roles: The names that `roles` may have; none are checked, if nil.
    ///   - premises: The folder that the file must lie in, wherever links lead; anywhere, if nil.
    public static func read(
        path: String, roles: [String]? = nil, within premises: Premises? = nil
    ) throws(Faults) -> Scheme {
        var scheme: Scheme?
        let sheet = Shelf.sheet(path, within: premises) { text, sheet in
            scheme = SchemeFile.read(text, roles: roles, on: sheet)
        }.sheet
        guard let scheme, !sheet.hasErrors else { throw Faults(sheet.faults) }
        return scheme
    }
}

enum SchemeFile {
    static func read(_ text: String, roles known: [String]?, on sheet: Sheet) -> Scheme? {
        guard let root = YAMLText.root(of: text, such: "system: base16", on: sheet) else { return nil }
        guard case .mapping(let mapping) = root else {
            sheet.fault(at: root.place, "a theme must be keys and values, such as `base00: \"181818\"`")
            return nil
        }
        let fields = Fields(mapping, "a theme", on: sheet)
        let name = fields.line("name") ?? fields.line("scheme") ?? ""
        let colors: [UInt32]?
        if fields.isGiven("palette") {
            colors = palette(fields)
        } else if fields.isGiven("base00") || fields.isGiven("base05") {
            colors = self.colors(fields)
        } else {
            fields.missing(
                "a theme is a base16 scheme; write its colours, `base00` to `base0F`, either by themselves or under `palette`"
            )
            colors = nil
        }
        let contrast = contrast(fields)
        let roles = roles(fields, known)
        guard let colors else { return nil }
        return Scheme(name: name, colors: colors, contrast: contrast, roles: roles)
    }

    private static func palette(_ fields: Fields) -> [UInt32]? {
        guard let node = fields.value("palette") else { return nil }
        guard case .mapping(let mapping) = node else {
            fields.fault(
                "palette", "`palette` must be the colours, such as `base00: \"#181818\"`, not \(described(node))")
            return nil
        }
        return colors(Fields(mapping, "a palette", on: fields.sheet))
    }

    private static let names = (0..<16).map { "base0" + hexadecimal(UInt32($0), digits: 1) }

    private static func colors(_ fields: Fields) -> [UInt32]? {
        let colors = names.map { name in
            fields.required(name, "\"#a1b2c3\"") { color(fields, $0) }
        }
        let found = colors.compactMap { $0 }
        return found.count == names.count ? found : nil
    }

    private static func color(_ fields: Fields, _ name: String) -> UInt32? {
        guard let text = fields.line(name) else { return nil }
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else {
            fields.fault(
                name, "`\(visible(text))` is no colour; write it as six hexadecimal digits, such as `\"#a1b2c3\"`")
            return nil
        }
        return value
    }

    private static func contrast(_ fields: Fields) -> Double? {
        guard let text = fields.line("contrast") else { return nil }
        guard let value = Double(text), (4.5...21).contains(value) else {
            fields.fault(
                "contrast", "`\(visible(text))` is no contrast that can be asked for; write a ratio from 4.5 to 21")
            return nil
        }
        return value
    }

    private static func roles(_ fields: Fields, _ known: [String]?) -> [String: Int] {
        guard let node = fields.value("roles") else { return [:] }
        guard case .mapping(let mapping) = node else {
            fields.fault("roles", "`roles` must be names and colours, such as `yes: base0D`, not \(described(node))")
            return [:]
        }
        let sheet = fields.sheet
        var roles: [String: Int] = [:]
        for (key, value) in mapping {
            guard let name = key.scalar?.string, let color = value.scalar?.string else {
                sheet.fault(at: key.place, "a role is a name and a colour, such as `yes: base0D`")
                continue
            }
            if let known, !known.contains(name) {
                let hint =
                    nearest(to: name, among: known).map { "did you mean `\($0)`?" } ?? "there are \(listed(known))"
                sheet.fault(at: key.place, "there is no role `\(visible(name))`; \(hint)")
            } else if let number = names.firstIndex(where: { $0.lowercased() == color.lowercased() }) {
                roles[name] = number
            } else {
                sheet.fault(
                    at: value.place, "`\(visible(color))` is no colour of a palette; write `base00` to `base0F`")
            }
        }
        return roles
    }
}
