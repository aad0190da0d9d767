import Council

/// A base16 scheme in either of its forms: `scheme:` with `base00:` beside it, or `system:` with a `palette:`.
///
/// Shared collections have keys that mean nothing here. They are passed over, so that those files work as they are.
/// Two keys are this program's own: `contrast` and `roles`.
public struct Scheme: Equatable, Sendable {
    /// The name in the file.
    public let name: String
    /// `base00` to `base0F` as 0xRRGGBB.
    public let colors: [UInt32]
    /// The least contrast ratio of text to its background; if nil, the program chooses it.
    public let contrast: Double?
    /// Numbers of colours, 0…15, by the name of each role that should not have its usual one.
    public let roles: [String: Int]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - roles: The names that `roles` may have; if nil, names are not checked.
    ///   - premises: The folder that the file must lie in once links are followed; if nil, it may lie anywhere.
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
        guard let root = YAMLReader.root(of: text, such: "system: base16", on: sheet) else { return nil }
        guard let mapping = root.mapping else {
            sheet.fault(at: root.place, "a theme must be keys and values, such as `base00: \"181818\"`")
            return nil
        }
        let fields = Fields(mapping, at: root.place, "a theme", on: sheet)
        let name = fields.line("name") ?? fields.line("scheme") ?? ""
        let colors: [UInt32]?
        if fields.isGiven("palette") {
            colors = palette(fields)
        } else if fields.isGiven("base00") || fields.isGiven("base05") {
            colors = self.colors(fields)
        } else {
            fields.missing(
                "a theme is a base16 scheme; write its colours, `base00` to `base0F`, at the top or under `palette`"
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
        guard let mapping = node.mapping else {
            fields.fault(
                "palette", "`palette` must be the colours, such as `base00: \"#181818\"`, not \(node.description)")
            return nil
        }
        return colors(Fields(mapping, at: node.place, "a palette", on: fields.sheet))
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
                name, "`\(visible(text))` is not a colour; write six hexadecimal digits, such as `\"#a1b2c3\"`")
            return nil
        }
        return value
    }

    private static func contrast(_ fields: Fields) -> Double? {
        guard let text = fields.line("contrast") else { return nil }
        guard let value = Double(text), (4.5...21).contains(value) else {
            fields.fault(
                "contrast", "`\(visible(text))` can't be the contrast; write a ratio from 4.5 to 21")
            return nil
        }
        return value
    }

    private static func roles(_ fields: Fields, _ known: [String]?) -> [String: Int] {
        guard let node = fields.value("roles") else { return [:] }
        guard let mapping = node.mapping else {
            fields.fault("roles", "`roles` must be names and colours, such as `yes: base0D`, not \(node.description)")
            return [:]
        }
        let sheet = fields.sheet
        var roles: [String: Int] = [:]
        for (name, key, value) in Fields(mapping, at: node.place, "`roles`", on: sheet).entries {
            guard let color = value.scalar?.string else {
                sheet.fault(at: value.place, "a role is a name and a colour, such as `yes: base0D`")
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
                    at: value.place,
                    "`\(visible(color))` is not a colour of the palette; write one of `base00` to `base0F`")
            }
        }
        return roles
    }
}
