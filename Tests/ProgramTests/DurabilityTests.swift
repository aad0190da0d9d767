import Foundation
import Testing

/// When the program calls something recorded or written, it is on the disk and would survive a power cut.
@Suite struct DurabilityTests {
    private static let lines = [
        "roll priya present", "roll tomas present", "roll wen present", "open", "go 1", "note @wen One.",
        "note @wen Two.", "close anyway",
    ]

    /// Files of a record or of minutes that are not on the disk yet, and folders whose list of names is not.
    private struct Unsynced {
        private(set) var paths: Set<String> = []
        /// Folders in which a file was made.
        private(set) var parents: Set<String> = []

        mutating func follow(_ call: SystemCalls.Call) {
            guard let path = call.paths.first ?? call.quoted.first else { return }
            switch call.name {
            case "write", "pwrite64": if Self.isKept(path) { paths.insert(path) }
            case "fsync", "fdatasync":
                paths.remove(path)
                parents.remove(path)
            case "mkdir": parents.insert((path as NSString).deletingLastPathComponent)
            case "mkdirat": parents.insert(path)
            case "renameat": paths.formUnion(call.paths)
            default: break
            }
        }

        /// Whether a file must survive a power cut. SQLite makes its index anew from the log, and a power cut ends every lease.
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
                #expect(unsynced.paths.isEmpty && unsynced.parents.isEmpty, "\(text): \(unsynced)")
                heard.append(text)
            }
            if call.name == "renameat", let draft = call.quoted.first, let file = call.quoted.last {
                // By then the file is whole under its name, its folder is on the disk, and the record has it.
                let early = unsynced.paths.filter { $0.hasSuffix("/" + draft) || $0.contains("/.mlreview/") }
                #expect(early.isEmpty && unsynced.parents.isEmpty, "\(file): \(early) \(unsynced.parents)")
                replaced.append(file)
            }
            unsynced.follow(call)
        }
        #expect(unsynced.paths.isEmpty && unsynced.parents.isEmpty)
        let said = heard.joined()
        #expect(said.contains("the meeting is open"))
        let written = ["minutes.md", "minutes.html", "summary.eml", "record.json", "notices/prep-time.eml"]
        for file in written {
            #expect(said.contains("written: \(folder.path)/minutes/\(MeetingFolder.day)/\(file)\\n"), "\(file)")
            #expect(replaced.contains((file as NSString).lastPathComponent), "\(file)")
        }
        #expect(replaced.contains("index.html"))
    }

    /// Followers wake when the descriptor that was opened for writing is closed. The lock must be free by then.
    ///
    /// A process that is killed closes its descriptors in order, the lowest first.
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

    /// Two first starts at the same time make one record.
    @Test func whoMakesTheRecordIsAlone() throws {
        let folder = try MeetingFolder()
        let calls = try SystemCalls(of: [], in: folder.path).all
        let home = folder.path + "/.mlreview"
        let lock = calls.firstIndex { $0.name == "flock" && $0.paths == [home] && $0.text.contains("LOCK_EX)") }
        let made = calls.firstIndex { $0.name == "openat" && $0.quoted.first == home + "/record.sqlite" }
        #expect(try #require(lock) < #require(made))
    }
}
