import Foundation
import Testing

/// What the program says is recorded or written is on the disk by then, and would be there after a power cut.
@Suite struct DurabilityTests {
    private static let lines = [
        "roll priya present", "roll tomas present", "roll wen present", "open", "go 1", "note @wen One.",
        "note @wen Two.", "close",
    ]

    /// Files of a record or of minutes that have yet to reach the disk, and folders whose list of names has.
    private struct Unsynced {
        private(set) var paths: Set<String> = []

        mutating func follow(_ call: SystemCalls.Call) {
            guard let path = call.paths.first ?? call.quoted.first else { return }
            switch call.name {
            case "write", "pwrite64": if Self.isKept(path) { paths.insert(path) }
            case "fsync", "fdatasync": paths.remove(path)
            case "mkdir": paths.insert((path as NSString).deletingLastPathComponent)
            case "mkdirat": paths.insert(path)
            case "renameat": paths.formUnion(call.paths)
            default: break
            }
        }

        /// SQLite makes its index anew from the log; who has the lease is nobody's business after a power cut.
        private static func isKept(_ path: String) -> Bool {
            path.contains("/minutes/") || path.hasSuffix(".sqlite") || path.hasSuffix(".sqlite-wal")
        }
    }

    @Test func whatIsSaidIsOnTheDisk() throws {
        let folder = try MeetingFolder()
        let calls = try SystemCalls(of: Self.lines, in: folder.path).all
        var unsynced = Unsynced()
        var (heard, replaced): ([String], [String]) = ([], [])
        for call in calls {
            if let text = call.printed {
                #expect(unsynced.paths.isEmpty, "\(text): \(unsynced.paths)")
                heard.append(text)
            }
            if call.name == "renameat", let draft = call.quoted.first, let file = call.quoted.last {
                // A file is whole under its name, and the record knows it by then.
                let early = unsynced.paths.filter { $0.hasSuffix("/" + draft) || $0.contains("/.mlreview/") }
                #expect(early.isEmpty, "\(file): \(early)")
                replaced.append(file)
            }
            unsynced.follow(call)
        }
        #expect(unsynced.paths.isEmpty)
        #expect(heard.contains { $0.hasPrefix("the meeting is open") })
        let written = ["minutes.md", "minutes.html", "summary.eml", "record.json", "notices/prep-time.eml"]
        for file in written {
            #expect(heard.contains("written: \(folder.path)/minutes/\(MeetingFolder.day)/\(file)\\n"), "\(file)")
            #expect(replaced.contains((file as NSString).lastPathComponent), "\(file)")
        }
        #expect(replaced.contains("index.html"))
    }

    /// Whoever follows is woken by the descriptor that was opened for writing, and has to find the lock free then.
    ///
    /// A process that is killed closes its descriptors from the lowest on.
    @Test func theLockIsFreeWhenFollowersWake() throws {
        let folder = try MeetingFolder()
        let calls = try SystemCalls(of: ["roll priya present"], in: folder.path).all
        let ofLease = calls.filter { $0.text.contains("\(MeetingFolder.day).lock") }
        let lock = try #require(ofLease.first { $0.name == "flock" && $0.text.contains("LOCK_EX|LOCK_NB") }?.descriptor)
        let mark = try #require(ofLease.first { $0.name == "openat" && $0.text.contains("O_WRONLY") }?.descriptor)
        #expect(lock < mark)
        #expect(ofLease.filter { $0.name == "close" }.map(\.descriptor) == [lock, mark])
        #expect(ofLease.filter { $0.name == "openat" }.allSatisfy { $0.text.contains("O_CLOEXEC") })
    }
}
