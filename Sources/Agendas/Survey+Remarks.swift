import Host
import Council

extension Survey {
    /// Remarks as warnings at the keys that they are about. The files are read once more for their places.
    public func warnings(for remarks: [Remark]) -> [Fault] {
        remarks.concurrentMap { remark in warning(for: remark) }
    }

    private func warning(for remark: Remark) -> Fault {
        let shelf = Shelf(folder: folder)
        let severity: Fault.Severity = remark.isNote ? .note : .warning
        let sentence = visible(remark.sentence, atMost: 400)
        switch remark.place {
        case .council(let key): return shelf.warning(sentence, in: CouncilFile.name) { $0.value(of: key) }
        case .member(let handle):
            return shelf.warning(sentence, in: CouncilFile.name) { root in
                root.value(of: "members")?.sequence?.first {
                    $0.value(of: "handle")?.scalar?.string.trimmed == handle.rawValue
                }
            }
        case .agenda(let day, let key): return shelf.warning(sentence, in: "\(day).yaml") { $0.value(of: key) }
        case .leftOff(let day, let id):
            return shelf.warning(sentence, severity, in: "\(day).yaml") { $0.value(of: "not")?.entry(id)?.value }
        case .item(let day, let id, let key):
            return shelf.warning(sentence, in: "\(day).yaml") { root in
                let item = root.value(of: "items")?.sequence?.first { $0.itemID == id }
                return item?.value(of: key) ?? item
            }
        case .person(let handle, let list, let place, let key):
            return shelf.warning(sentence, in: "\(PersonFile.folder)/\(handle).yaml") { root in
                let entries = root.value(of: list)?.sequence ?? []
                let entry = entries.indices.contains(place) ? entries[place] : nil
                return entry?.value(of: key) ?? entry
            }
        case .proposal(let id, let key):
            return shelf.warning(sentence, in: "\(Shelf.proposals)/\(id).md") { $0.value(of: key) }
        case .entry(let id, let key, let place, let inner):
            return shelf.warning(sentence, in: "\(Shelf.proposals)/\(id).md") { root in
                let list = root.value(of: key)
                let entry = list?.sequence?.dropFirst(place).first
                return inner.flatMap { entry?.value(of: $0) } ?? entry ?? list
            }
        }
    }
}

extension Shelf {
    /// A warning at a place in a file that is free of errors; at its beginning if it has no such place.
    fileprivate func warning(
        _ sentence: String, _ severity: Fault.Severity = .warning, in name: String, at place: (Node) -> Node?
    ) -> Fault {
        let sheet = read(name) { text, sheet in
            let yaml = name.hasSuffix(".md") ? (try? FrontMatter(text).yaml) ?? "" : text
            let root = YAMLReader.root(of: yaml, such: "", on: Sheet(file: ""))
            sheet.fault(at: root.flatMap(place)?.place, sentence, severity: severity)
        }
        return sheet.faults.last ?? Fault(file: path(name), severity: severity, message: sentence)
    }
}

extension Node {
    func value(of key: String) -> Node? { entry(key)?.value }

    /// What an item of an agenda is known by.
    fileprivate var itemID: ItemID? {
        let text = { (key: String) in value(of: key)?.scalar?.string.trimmed }
        return text("proposal").map { ItemID($0) } ?? (text("id") ?? text("topic")).map { ItemID(topic: $0) }
    }
}
