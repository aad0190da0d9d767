import Foundation
import Glibc

/// A folder or socket on the way to a meeting that an account may not use, and who may.
struct ClosedPlace: Equatable {
    enum Kind {
        /// The council's folder, or one above it.
        case folder
        /// The folder of the sockets.
        case door
        case socket
    }

    let kind: Kind
    let path: String
    /// The last nine bits of its mode.
    let mode: UInt32
    let owner: String
    let group: String
    let isOwn: Bool
    /// Whether the account is in the group, by the list of groups; its login may have been before that.
    let isListed: Bool

    /// What would open it.
    func sentence(for account: String) -> String {
        let said = String(mode, radix: 8)
        if isOwn {
            let right = kind == .folder ? "u+x" : "u+rwx"
            return "\(path) is closed to its own account (mode \(said)): `chmod \(right) \(quoted(path))`"
        }
        if groupMayUse {
            let place = "\(path) is open to the group `\(group)`"
            return isListed
                ? "\(place), and the account \(account) was put into it after this login: log out and in again"
                : "\(place), and the account \(account) is not in it: an administrator runs `usermod -aG \(group) "
                    + "\(account)`, and \(account) logs in again"
        }
        if kind == .folder {
            let path = quoted(path)
            return
                "the account \(account) may not enter \(path) (mode \(said)): \(owner) runs `chgrp GROUP \(path) && chmod "
                + "g+x \(path)`, with the group that `live.group` in council.yaml names"
        }
        return
            "this meeting is open to the account \(owner) alone, as `live` in council.yaml named no group when it was "
            + "hosted: \(owner) adds `live: { group: GROUP }`, and runs `mlreview host` again"
    }

    private var groupMayUse: Bool {
        switch kind {
        case .folder: mode & 0o010 != 0
        case .door: mode & 0o050 == 0o050
        case .socket: mode & 0o020 != 0
        }
    }

    private func quoted(_ path: String) -> String {
        let isPlain = !path.contains { " '\"\\$`".contains($0) }
        return isPlain ? path : "'" + path.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
}

extension ClosedPlace {
    /// The first place on the way to a socket that this process may not use; nil if that can't be told.
    ///
    /// - Parameter isClosed: Whether a place does not give this process such a right.
    init?(
        onTheWayTo socket: String, isClosed: (String, Int32) -> Bool = { access($0, $1) != 0 && errno == EACCES }
    ) {
        let whole = socket.hasPrefix("/") ? socket : FileManager.default.currentDirectoryPath + "/" + socket
        let parts = (whole as NSString).standardizingPath.split(separator: "/")
        for count in 0...parts.count {
            let path = "/" + parts.prefix(count).joined(separator: "/")
            let kind: Kind = count == parts.count ? .socket : count == parts.count - 1 ? .door : .folder
            let need = kind == .folder ? X_OK : kind == .door ? R_OK | X_OK : W_OK
            guard isClosed(path, need) else { continue }
            guard let place = ClosedPlace(kind, at: path) else { return nil }
            self = place
            return
        }
        return nil
    }

    private init?(_ kind: Kind, at path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(
            kind: kind, path: path, mode: status.st_mode & 0o777,
            owner: getpwuid(status.st_uid).flatMap { $0.pointee.pw_name.map { String(cString: $0) } }
                ?? "\(status.st_uid)",
            group: getgrgid(status.st_gid).flatMap { $0.pointee.gr_name.map { String(cString: $0) } }
                ?? "\(status.st_gid)",
            isOwn: status.st_uid == geteuid(), isListed: Self.listedGroups.contains(status.st_gid))
    }

    /// The groups of this account that its next login has.
    private static var listedGroups: [gid_t] {
        guard let record = getpwuid(geteuid()), let name = record.pointee.pw_name else { return [] }
        var groups = [gid_t](repeating: 0, count: 1024)
        var count = Int32(groups.count)
        guard getgrouplist(name, record.pointee.pw_gid, &groups, &count) >= 0 else { return [] }
        return Array(groups.prefix(Int(count)))
    }
}
