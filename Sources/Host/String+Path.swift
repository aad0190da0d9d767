extension String {
    /// The path of the folder that holds what this path names; empty for a name alone, as in `notes`.
    ///
    /// Foundation's `deletingLastPathComponent` ends the program on a path of one character.
    public var folderAbove: String {
        var path = Substring(self)
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        guard let slash = path.lastIndex(of: "/") else { return "" }
        path = path[..<slash]
        while path.hasSuffix("/") { path.removeLast() }
        return path.isEmpty ? "/" : String(path)
    }
}
