import Council

/// `minutes_folder` of `council.yaml`: the folder of all minutes, as a path from the folder that holds `agendas/`.
enum MinutesFolder {
    static let key = "minutes_folder"
    static let usual = "minutes"

    /// Folders whose files the program reads as something else, so that no minutes may lie among them.
    private static let others = [
        ["agendas"], ["agendas", "proposals"], ["agendas", "people"], ["agendas", "templates"], ["themes"],
    ]

    /// The path without a slash at its end; nil if none is given, and if it is wrong.
    ///
    /// - Parameter home: The folder that holds `agendas/`; if nil, links are not looked at.
    static func read(_ fields: Fields, home: String?) -> String? {
        guard let text = fields.line(key) else { return nil }
        let path = text.hasSuffix("/") ? String(text.dropLast()) : text
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") && $0.utf8.count <= 255 }), !others.contains(parts),
            !others.dropFirst().contains(where: { parts.starts(with: $0) })
        else {
            fields.fault(
                key,
                "`\(key)` must be a folder of its own inside the one that holds `agendas/`, such as `minutes` or "
                    + "`agendas/minutes`, not `\(visible(text))`")
            return nil
        }
        if let home, let place = placeOutside(of: parts, in: home) {
            fields.fault(
                key,
                "`\(visible(text))` leads outside the folder, to \(visible(place)), by a link; name a folder inside, or "
                    + "the other one with `--out`")
            return nil
        }
        return path
    }

    /// The folder that a council's file names, whatever else is wrong in the file; nil if it names none that could be.
    static func named(in bytes: [UInt8], home: String) -> String? {
        guard FileBytes.mention(key, in: bytes) else { return nil }
        let text = (try? SourceText(bytes: bytes))?.text ?? String(decoding: bytes, as: UTF8.self)
        // Of a text that is no YAML, the key's own line may still be.
        let line = text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("\(key):") }
        for text in [text] + [line.map { String($0) }].compactMap({ $0 }) {
            let sheet = Sheet(file: CouncilFile.name)
            if let root = YAMLReader.root(of: text, such: "\(key): \(usual)", on: sheet) {
                return sheet.mapping(root, "the council") { read($0, home: home) }
            }
        }
        return nil
    }

    /// Where the folder lies, or the first one above it that does, if a link leads there that leaves `home`.
    private static func placeOutside(of parts: [String], in home: String) -> String? {
        let premises = Premises(home)
        var path = home
        for part in parts {
            path = Shelf.join(path, part)
            if let place = premises.placeOutside(of: path) { return place }
        }
        return nil
    }
}

extension AgendaFolder {
    /// The folder of all minutes, as a path in this one: as `council.yaml` says, else `minutes`.
    ///
    /// Other faults of that file are no hindrance: a meeting that was held can be closed, printed and sent all the same.
    public var minutesFolder: String {
        let bytes = try? FileBytes.read(Shelf.join(agendas, CouncilFile.name), within: Premises(path))
        return bytes.flatMap { MinutesFolder.named(in: $0, home: path) } ?? MinutesFolder.usual
    }
}
