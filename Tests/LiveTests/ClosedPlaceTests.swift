import Foundation
import Glibc
import Testing

@testable import Live

/// Whoever can't reach a meeting is told what keeps them out, and what would let them in.
@Suite struct ClosedPlaceTests {
    private func place(
        _ kind: ClosedPlace.Kind, _ path: String, _ mode: UInt32, group: String = "mei", isOwn: Bool = false,
        isListed: Bool = false
    ) -> ClosedPlace {
        ClosedPlace(kind: kind, path: path, mode: mode, owner: "mei", group: group, isOwn: isOwn, isListed: isListed)
    }

    @Test func aFolderThatLetsNobodyInIsToBeOpened() {
        #expect(
            place(.folder, "/srv/council", 0o700).sentence(for: "bo")
                == "the account bo may not enter /srv/council (mode 700): mei runs `chgrp GROUP /srv/council && chmod g+x "
                + "/srv/council`, with the group that `live.group` in council.yaml names")
        #expect(place(.folder, "/srv/ML council", 0o700).sentence(for: "bo").contains("chmod g+x '/srv/ML council'`"))
    }

    @Test func aGroupThatOneIsNotInIsNamed() {
        for (kind, mode) in [(ClosedPlace.Kind.folder, 0o710), (.door, 0o750), (.socket, 0o660)]
            as [(ClosedPlace.Kind, UInt32)]
        {
            #expect(
                place(kind, "/srv/c", mode, group: "mlcouncil").sentence(for: "bo")
                    == "/srv/c is open to the group `mlcouncil`, and the account bo is not in it: an administrator runs "
                    + "`usermod -aG mlcouncil bo`, and bo logs in again")
            #expect(
                place(kind, "/srv/c", mode, group: "mlcouncil", isListed: true).sentence(for: "bo")
                    == "/srv/c is open to the group `mlcouncil`, and the account bo was put into it after this login: "
                    + "log out and in again")
        }
    }

    @Test func aMeetingWithoutAGroupSaysSo() {
        #expect(
            place(.door, "/srv/c/.mlreview.live", 0o700).sentence(for: "bo")
                == "this meeting is open to the account mei alone, as `live` in council.yaml named no group when it was "
                + "hosted: mei adds `live: { group: GROUP }`, and runs `mlreview host` again")
    }

    @Test func onesOwnFolderIsToBeOpenedByOneself() {
        #expect(
            place(.folder, "/srv/c", 0o600, isOwn: true).sentence(for: "mei")
                == "/srv/c is closed to its own account (mode 600): `chmod u+x /srv/c`")
    }

    /// Each place on the way is asked for the right that it takes.
    @Test func theFirstPlaceThatKeepsOneOutIsFound() throws {
        let home = NSTemporaryDirectory() + "closed-\(UUID().uuidString.prefix(8))"
        let door = home + "/.mlreview.live"
        try FileManager.default.createDirectory(atPath: door, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: home) }
        chmod(home, 0o710)
        let socket = door + "/2026-11-25.sock"
        let closed = ClosedPlace(onTheWayTo: socket) { path, need in path == home && need == X_OK }
        #expect(closed?.kind == .folder && closed?.path == home && closed?.mode == 0o710)
        let closedDoor = ClosedPlace(onTheWayTo: socket) { path, need in path == door && need == R_OK | X_OK }
        #expect(closedDoor?.kind == .door && closedDoor?.path == door)
        #expect(closedDoor?.isOwn == true)
        #expect(ClosedPlace(onTheWayTo: socket) { _, _ in false } == nil)
    }
}
