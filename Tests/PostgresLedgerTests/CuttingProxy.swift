import Foundation
import Synchronization
import Testing

/// A Unix socket in front of a server's, which cuts the line when the test says so.
final class CuttingProxy: Sendable {
    /// The folder that a client names as its host.
    let folder: String
    private let server: String
    private let listener: Int32
    private let state = Mutex(State())

    fileprivate struct State {
        var lines: [Int32] = []
        var cutsNextAnswer = false
    }

    init(before server: String) throws {
        folder = NSTemporaryDirectory() + "mlreview-proxy-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        self.server = server
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let isBound = Self.withAddress(folder + "/.s.PGSQL.5432") { bind(listener, $0, $1) } == 0
        try #require(isBound && listen(listener, 64) == 0)
        Thread.detachNewThread { [self] in acceptAll() }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The server's next answer reaches nobody: what was asked for is done, and the line is cut.
    func cutNextAnswer() { state.withLock { $0.cutsNextAnswer = true } }

    /// Cuts every line that there is.
    func cut() { state.withLock { for line in $0.lines { shutdown(line, Int32(SHUT_RDWR)) } } }

    private func acceptAll() {
        let listener = listener
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { return }
            let upstream = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            guard Self.withAddress(server + "/.s.PGSQL.5432", { connect(upstream, $0, $1) }) == 0 else {
                close(client)
                close(upstream)
                continue
            }
            state.withLock { $0.lines += [client, upstream] }
            let isCut = { @Sendable [weak self] in self?.state.withLock { $0.takeCut() } ?? false }
            Thread.detachNewThread { Self.carry(client, upstream) { false } }
            Thread.detachNewThread { Self.carry(upstream, client, unless: isCut) }
        }
    }

    /// Carries bytes one way until either end is closed.
    private static func carry(_ from: Int32, _ to: Int32, unless isCut: () -> Bool) {
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = recv(from, &buffer, buffer.count, 0)
            guard count > 0, !isCut() else { break }
            guard send(to, buffer, count, Int32(MSG_NOSIGNAL)) == count else { break }
        }
        shutdown(from, Int32(SHUT_RDWR))
        shutdown(to, Int32(SHUT_RDWR))
    }

    private static func withAddress(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}

extension CuttingProxy.State {
    fileprivate mutating func takeCut() -> Bool {
        defer { cutsNextAnswer = false }
        return cutsNextAnswer
    }
}
