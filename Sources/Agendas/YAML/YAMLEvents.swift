import CYAML

/// The events of a YAML text in order, as libyaml parses them.
///
/// They have every key with its place, a key that is there twice as well, and the reader can stop before a text grows too
/// deep or too long.
struct YAMLEvents: ~Copyable {
    enum Event {
        case start(Collection, tag: String?, anchor: String?)
        /// Ends the last collection that is still open.
        case end
        case scalar(Node.Scalar, tag: String?, anchor: String?)
        case alias(String)
        case documentStart
        case documentEnd
        case streamEnd
    }

    enum Collection { case sequence, mapping }

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// The text, which libyaml reads where it lies.
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private let text: String

    init(_ text: String) {
        self.text = text
        bytes = .allocate(capacity: text.utf8.count)
        _ = bytes.initialize(from: text.utf8)
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        bytes.deallocate()
    }

    /// The next event, and the place at which it begins.
    ///
    /// - Throws: What is wrong with the text, if it is not YAML.
    mutating func next() throws(SyntaxProblem) -> (event: Event, place: Place) {
        let marked = try nextMarked()
        return (marked.event, marked.place)
    }

    /// An event, and where it stands in the text.
    struct Marked {
        let event: Event
        let place: Place
        /// The Unicode scalars before its beginning and before its end.
        let range: Range<Int>
        /// Whether it begins a list in brackets or keys and values in braces.
        let isFlow: Bool
    }

    /// The next event with its beginning and end.
    mutating func nextMarked() throws(SyntaxProblem) -> Marked {
        while true {
            var raw = yaml_event_t()
            guard yaml_parser_parse(parser, &raw) == 1 else { throw problem() }
            defer { yaml_event_delete(&raw) }
            guard let event = Self.event(raw) else { continue }
            let (start, end) = (Int(raw.start_mark.index), Int(raw.end_mark.index))
            return Marked(
                event: event, place: Place(raw.start_mark), range: start..<max(start, end), isFlow: Self.isFlow(raw))
        }
    }

    private static func isFlow(_ raw: yaml_event_t) -> Bool {
        switch raw.type {
        case YAML_SEQUENCE_START_EVENT: raw.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
        case YAML_MAPPING_START_EVENT: raw.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
        default: false
        }
    }

    /// Nil for an event that says nothing: the stream's start.
    private static func event(_ raw: yaml_event_t) -> Event? {
        switch raw.type {
        case YAML_SCALAR_EVENT:
            let data = raw.data.scalar
            let text = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
            let isPlain = data.style == YAML_PLAIN_SCALAR_STYLE
            return .scalar(
                Node.Scalar(string: text, isPlain: isPlain), tag: tag(data.tag), anchor: string(data.anchor))
        case YAML_SEQUENCE_START_EVENT:
            let data = raw.data.sequence_start
            return .start(.sequence, tag: tag(data.tag), anchor: string(data.anchor))
        case YAML_MAPPING_START_EVENT:
            let data = raw.data.mapping_start
            return .start(.mapping, tag: tag(data.tag), anchor: string(data.anchor))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
        case YAML_ALIAS_EVENT: return .alias(string(raw.data.alias.anchor) ?? "")
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return .streamEnd
        default: return nil
        }
    }

    /// Nil if there is no tag, and for `!`, which names no type.
    private static func tag(_ pointer: UnsafePointer<UInt8>?) -> String? {
        string(pointer).flatMap { $0 == "!" ? nil : $0 }
    }

    private static func string(_ pointer: UnsafePointer<UInt8>?) -> String? { pointer.map { String(cString: $0) } }

    private func problem() -> SyntaxProblem {
        let words = parser.pointee.problem.map { String(cString: $0) } ?? "out of memory"
        // libyaml looks ahead on a line, and gives up at a thousand brackets before it has handed out the first.
        if words.contains("nesting level") { return .tooDeep(at: Place.bracket(YAMLReader.deepest + 1, in: text)) }
        let place = Place(parser.pointee.problem_mark)
        let context = parser.pointee.context.map { String(cString: $0) }
        // A quote or bracket that nobody closes is missed only at the end, but a person must look at its beginning.
        let isAtEnd = context != nil && place >= Place.end(of: text)
        return SyntaxProblem(words, while: context, at: isAtEnd ? Place(parser.pointee.context_mark) : place)
    }
}

extension Place {
    fileprivate init(_ mark: yaml_mark_t) { self.init(line: mark.line + 1, column: mark.column + 1) }
}
