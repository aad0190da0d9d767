import Council

extension AgendaFolder {
    /// What one key of `council.yaml` says, whatever else is wrong in the file: a meeting that was begun goes on.
    ///
    /// - Parameters:
    ///   - example: The key as it could stand in the file.
    ///   - read: Reads the key, and says what is wrong with it in faults that name it.
    /// - Returns: nil if the file has no such key, or can't be read.
    /// - Throws: what is wrong with the key.
    func councilKey<Value>(
        _ key: String, such example: String, _ read: (Fields) -> Value?
    ) throws(Faults) -> Value? {
        let file = Shelf.join(agendas, CouncilFile.name)
        let bytes = try? FileBytes.read(file, within: Premises(path))
        guard let bytes, FileBytes.mention(key, in: bytes), let source = try? SourceText(bytes: bytes) else {
            return nil
        }
        let sheet = Sheet(file: file, source: source)
        guard let root = YAMLReader.root(of: source.text, such: example, on: sheet) else { throw Faults(sheet.faults) }
        var value: Value?
        var faults: [Fault] = []
        _ = sheet.mapping(root, "the council") { fields -> Bool? in
            let before = sheet.faults.count
            value = read(fields)
            faults = Array(sheet.faults.dropFirst(before))
            return true
        }
        guard faults.isEmpty else { throw Faults(faults) }
        return value
    }
}
