import Council

/// `live` of `council.yaml`: whether and how other terminals join a meeting. It belongs to the folder and not to the
/// roster, which every meeting takes in.
public struct LiveSettings: Equatable, Sendable {
    /// Whether `mlreview run` opens its meeting to others, as `mlreview host` does.
    public var socket = false
    /// The group whose accounts may join; nil for the host's own account alone.
    public var group: String?
    /// The account whose relays may say for whom they speak, besides the host's own.
    public var relay: String?

    public init(socket: Bool = false, group: String? = nil, relay: String? = nil) {
        self.socket = socket
        self.group = group
        self.relay = relay
    }

    static let key = "live"

    static func read(_ fields: Fields) -> LiveSettings? {
        fields.mapping(key) { fields in
            LiveSettings(
                socket: fields.flag("socket") ?? false, group: account("group", fields), relay: account("relay", fields)
            )
        }
    }

    private static func account(_ key: String, _ fields: Fields) -> String? {
        guard let text = fields.line(key) else { return nil }
        guard text.utf8.count <= 64, text.wholeMatch(of: /[A-Za-z0-9_][A-Za-z0-9_.-]*\$?/) != nil else {
            fields.fault(
                key,
                "`\(key)` is the name of \(key == "group" ? "a group" : "an account") of this host, such as `\(key): mlcouncil`, not `\(visible(text))`"
            )
            return nil
        }
        return text
    }
}

extension AgendaFolder {
    /// How other terminals join a meeting, as `council.yaml` says.
    ///
    /// - Throws: what is wrong with that part of the file. A meeting is not opened to others by mistake.
    public func live() throws(Faults) -> LiveSettings {
        try councilKey(LiveSettings.key, such: "live: { group: mlcouncil }", LiveSettings.read) ?? LiveSettings()
    }
}
