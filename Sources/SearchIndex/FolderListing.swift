import Glibc
import Host

/// The files of a folder with their marks, as they are now.
public struct FolderListing: Sendable {
    public private(set) var files: [(name: String, mark: FileMark)] = []
    /// A number that differs if any name or mark does.
    public private(set) var digest = Fingerprint()
    /// Whether a link is among them or in the place of the folder: where it leads can change without a trace here.
    public private(set) var hasLinks = false

    /// Files that are looked at one after another; the parts are looked at on all cores at once.
    private static let most = 512

    /// - Parameters:
    ///   - inner: The name of the file that is meant in each folder of the folder; nil for the folder's own files.
    ///   - isMeant: Whether a name counts.
    public init(of folder: String, inner: String? = nil, where isMeant: (String) -> Bool) {
        var status = stat()
        hasLinks = lstat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
        guard let stream = opendir(folder) else { return }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard isMeant(name) else { continue }
            names.append(name)
            if entry.pointee.d_type == UInt8(DT_LNK) { hasLinks = true }
        }
        let descriptor = dirfd(stream)
        let starts = Array(stride(from: 0, to: names.count, by: Self.most))
        let parts = starts.concurrentMap { [names] start in
            Part(names[start..<min(start + Self.most, names.count)], inner, in: descriptor)
        }
        files.reserveCapacity(names.count)
        for part in parts {
            files += part.files
            digest.add(part.digest)
        }
    }

    private struct Part: Sendable {
        var files: [(name: String, mark: FileMark)] = []
        var digest = Fingerprint()

        init(_ names: ArraySlice<String>, _ inner: String?, in folder: Int32) {
            files.reserveCapacity(names.count)
            var status = stat()
            for name in names where fstatat(folder, inner.map { "\(name)/\($0)" } ?? name, &status, 0) == 0 {
                let mark = FileMark(status)
                files.append((name, mark))
                digest.add(name, mark)
            }
        }
    }

    /// Whether every later change would show.
    public func isSettled(at now: Int64) -> Bool { files.allSatisfy { $0.mark.isSettled(at: now) } }
}
