import Foundation
import Testing

/// A folder of its own for a test, gone with it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "record-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The record in it.
    var database: String { path + "/.mlreview/record.sqlite" }

    /// Writes a file, and the folders it lies in.
    func write(_ data: Data, to name: String) throws {
        let url = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
    }

    func read(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)) }

    /// Runs `body` as somebody who may read the record and not write it: permissions don't bind root.
    func withoutWriting(_ body: () throws -> Void) throws {
        let record = path + "/.mlreview"
        for name in try FileManager.default.contentsOfDirectory(atPath: record) {
            #expect(chmod(record + "/" + name, 0o444) == 0)
        }
        #expect(chmod(record, 0o555) == 0)
        // Of this thread alone, for its use of files alone.
        let setUser = try #require(dlsym(nil, "setfsuid"))
        let asUser = unsafeBitCast(setUser, to: (@convention(c) (UInt32) -> Int32).self)
        let user = UInt32(bitPattern: asUser(65534))
        defer {
            _ = asUser(user)
            _ = chmod(record, 0o755)
        }
        try body()
    }
}
