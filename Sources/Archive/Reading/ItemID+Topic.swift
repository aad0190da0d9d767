import Council

extension ItemID {
    /// Whether it is `topic-` and a place among the topics, which another agenda gives to something else.
    var isOfPlace: Bool {
        rawValue.hasPrefix("topic-") && rawValue.utf8.count > 6
            && rawValue.utf8.dropFirst(6).allSatisfy { 48...57 ~= $0 }
    }

    /// What a topic is known by over the weeks if nobody gave it an id: `topic:chair-rotation`, after its title.
    ///
    /// - Parameters:
    ///   - number: its place on the agenda, for a title without a letter.
    ///   - taken: what other items of the agenda are called; a topic of the same name gets a number behind it.
    init(topic title: String, number: Int, besides taken: Set<ItemID>) {
        let name = ItemID(topic: title).topicName.flatMap { $0.isEmpty ? nil : $0 } ?? String(number)
        var id = ItemID(topic: name)
        var count = 1
        while taken.contains(id) {
            count += 1
            id = ItemID(topic: "\(name)-\(count)")
        }
        self = id
    }
}
