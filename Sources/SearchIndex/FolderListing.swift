import Dispatch
import Glibc
import Host
import Synchronization

/// The files of a folder with their marks, as they are now.
public struct FolderListing: Sendable {
    private let parts: [Part]
    /// A number that differs if any name or mark does.
    public let digest: Fingerprint
    /// Whether a link is among them or in the place of the folder: where it leads can change without a trace here.
    public let hasLinks: Bool
    /// The time from which on every change shows.
    private let settled: Int64

    /// - Parameters:
    ///   - inner: The name of the file that is meant in each folder of the folder; nil for the folder's own files.
    ///   - isMeant: Whether a name counts.
    public init(of folder: String, inner: String? = nil, where isMeant: (UnsafeBufferPointer<UInt8>) -> Bool) {
        var status = stat()
        var hasLinks = lstat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
        guard let stream = opendir(folder) else {
            (parts, digest, self.hasLinks, settled) = ([], Fingerprint(), hasLinks, .min)
            return
        }
        defer { closedir(stream) }
        let looks = Looks(at: dirfd(stream))
        var names = Names(inner)
        while let entry = readdir(stream) {
            withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                let name = UnsafeRawBufferPointer(rebasing: bytes.prefix { $0 != 0 })
                guard isMeant(name.assumingMemoryBound(to: UInt8.self)) else { return }
                names.append(name)
                if entry.pointee.d_type == UInt8(DT_LNK) { hasLinks = true }
            }
            // Other cores look at these while this one reads on.
            if names.count == Self.most { looks.begin(names.taken()) }
        }
        parts = looks.end(with: names)
        self.hasLinks = hasLinks
        digest = parts.reduce(into: Fingerprint()) { $0.add($1.digest) }
        settled = parts.reduce(.min) { max($0, $1.settled) }
    }

    /// Files that are looked at one after another; the parts are looked at on all cores at once.
    private static let most = 512

    public var files: [(name: String, mark: FileMark)] { parts.flatMap(\.files) }

    /// Whether every later change would show.
    public func isSettled(at now: Int64) -> Bool { now > settled }

    /// Names as bytes: of thousands that look as they did, nobody asks for one as a text.
    private struct Names: Sendable {
        private let inner: [UInt8]
        /// Paths in the folder, each with a zero behind it.
        private var bytes: [UInt8] = []
        private var places: [(start: Int, length: Int)] = []

        init(_ inner: String?) {
            self.inner = (inner.map { Array("/\($0)".utf8) } ?? []) + [0]
            places.reserveCapacity(FolderListing.most)
        }

        var count: Int { places.count }

        mutating func append(_ name: UnsafeRawBufferPointer) {
            places.append((bytes.count, name.count))
            bytes += name
            bytes += inner
        }

        mutating func taken() -> Names {
            let names = self
            bytes.removeAll(keepingCapacity: true)
            places.removeAll(keepingCapacity: true)
            return names
        }

        /// - Parameter body: Takes the number of a name, the name, and the path that ends with a zero.
        func forEach(_ body: (Int, UnsafeBufferPointer<UInt8>, UnsafePointer<CChar>) -> Void) {
            bytes.withUnsafeBufferPointer { bytes in
                for (number, place) in places.enumerated() {
                    let path = UnsafeBufferPointer(rebasing: bytes[place.start...])
                    path.withMemoryRebound(to: CChar.self) { path in
                        guard let start = path.baseAddress else { return }
                        body(
                            number, UnsafeBufferPointer(rebasing: bytes[place.start..<place.start + place.length]),
                            start)
                    }
                }
            }
        }
    }

    /// Names with the marks of those that are there.
    private struct Part: Sendable {
        private let names: Names
        private var marks: [FileMark?] = []
        private(set) var digest = Fingerprint()
        private(set) var settled = Int64.min

        init(_ names: Names, in folder: Int32) {
            self.names = names
            marks.reserveCapacity(names.count)
            var status = stat()
            names.forEach { _, name, path in
                guard fstatat(folder, path, &status, 0) == 0 else { return marks.append(nil) }
                let mark = FileMark(status)
                marks.append(mark)
                digest.add(name, mark)
                settled = max(settled, mark.settled)
            }
        }

        var files: [(name: String, mark: FileMark)] {
            var files: [(name: String, mark: FileMark)] = []
            names.forEach { number, name, _ in
                if let mark = marks[number] { files.append((String(decoding: name, as: UTF8.self), mark)) }
            }
            return files
        }
    }

    /// The parts of a folder while they are looked at.
    private final class Looks: Sendable {
        private let folder: Int32
        private let unfinished = DispatchGroup()
        private let state = Mutex<(waiting: [(place: Int, names: Names)], parts: [Part?])>(([], []))

        init(at folder: Int32) { self.folder = folder }

        func begin(_ names: Names) {
            add(names)
            DispatchQueue.global(qos: .userInitiated).async { [self] in lookAtNext() }
        }

        /// Looks at the last names, and at all that no other core has begun with; then waits for the others.
        func end(with last: Names) -> [Part] {
            add(last)
            while lookAtNext() {}
            unfinished.wait()
            return state.withLock { $0.parts.compactMap { $0 } }
        }

        private func add(_ names: Names) {
            unfinished.enter()
            state.withLock { state in
                state.waiting.append((state.parts.count, names))
                state.parts.append(nil)
            }
        }

        @discardableResult private func lookAtNext() -> Bool {
            guard let (place, names) = state.withLock({ $0.waiting.popLast() }) else { return false }
            let part = Part(names, in: folder)
            state.withLock { $0.parts[place] = part }
            unfinished.leave()
            return true
        }
    }
}
