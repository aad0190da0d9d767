import Glibc

/// The account at the other end of a Unix socket, in the kernel's word.
struct Peer: Equatable, Sendable {
    let user: UInt32
    let account: String

    /// - Returns: nil if the kernel does not say.
    init?(of descriptor: Int32) {
        // `struct ucred`: process, user, group.
        var credentials: (Int32, UInt32, UInt32) = (0, .max, .max)
        var size = socklen_t(MemoryLayout.size(ofValue: credentials))
        guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0 else { return nil }
        user = credentials.1
        account = Self.name(of: user) ?? "user \(user)"
    }

    /// This process's own account.
    static var ownAccount: String { name(of: geteuid()) ?? "user \(geteuid())" }

    private static func name(of user: UInt32) -> String? {
        var record = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16384)
        guard getpwuid_r(user, &record, &buffer, buffer.count, &found) == 0, found != nil, let name = record.pw_name
        else { return nil }
        return String(cString: name)
    }
}

/// The account that this program runs under.
public enum Account {
    public static var name: String { Peer.ownAccount }
}
