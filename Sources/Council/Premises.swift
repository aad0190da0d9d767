import Foundation

/// A folder that files must lie in, wherever links lead.
public struct Premises: Sendable {
    private let folder: String

    public init(_ folder: String) { self.folder = Self.resolved(folder.isEmpty ? "." : folder) ?? folder }

    /// Where a file lies if links lead to it that leave the folder; nil if it lies within, or there is none.
    public func placeOutside(of path: String) -> String? {
        guard let place = Self.resolved(path), place != folder else { return nil }
        return place.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/") ? nil : place
    }

    /// What is wrong with such a file, and what would be right.
    public static func fault(leadingTo place: String) -> String {
        "this is a link out of the folder, to \(place); put the file itself here, or link to one within the folder"
    }

    private static func resolved(_ path: String) -> String? {
        guard !path.utf8.contains(0), let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
