import ArgumentParser
import Foundation
import Minutes
import Ledger
import Testing

@testable import mlreview

/// Each recipient gets each mail once, through msmtp, whatever the mail server does.
///
/// Serialized, since each test blocks one of the few threads that all tasks share.
@Suite(.serialized) struct SendTests {
    static let summary = [
        "ml-review@example.com", "priya@example.com", "tomas@example.com", "wen@example.com", "lena@example.com",
        "sam@example.com", "ola@example.com",
    ]
    static let prepTime = ["lena@example.com", "sam@example.com", "ola@example.com"]
    static let everything = summary.count + prepTime.count + 2

    private func send(_ mailing: Mailing) throws -> [Mailing.Report] {
        try mailing.parcels.filter(\.isWaiting).map { try mailing.send($0) }
    }

    /// The reason why a recipient got nothing.
    private func unsent(_ reports: [Mailing.Report]) -> [String] {
        reports.flatMap { report in
            (report.refused + report.postponed).map { "\($0.recipient): \($0.reason)" }
                + [report.breakdown].compactMap { $0 }
        }
    }

    /// The recipients of each mail, each once.
    private func pairs(_ taken: [MailServer.Taken]) -> [String] {
        taken.flatMap { mail in mail.recipients.map { "\(mail.header("Message-ID") ?? "") \($0)" } }.sorted()
    }

    @Test func everyMailReachesEverybodyOnceAndTellsNobodysBcc() throws {
        let meeting = try ClosedMeeting()
        let server = try MailServer()
        let reports = try send(try meeting.mailing(by: server.sendmail))
        #expect(unsent(reports) == [])
        // The second time nobody is left.
        #expect(try meeting.mailing(by: server.sendmail).parcels.filter(\.isWaiting).isEmpty)
        let taken = try server.stop()
        #expect(taken.map(\.recipients) == [Self.summary, Self.prepTime, ["wen@example.com"], ["lena@example.com"]])
        #expect(taken.allSatisfy { $0.sender == "ml-council@example.com" && $0.header("Bcc") == nil })
        #expect(taken[0].header("To") == "ml-review@example.com")
        #expect(taken[1].header("In-Reply-To") == taken[0].header("Message-ID"))
        #expect(!taken[0].text.contains("priya@example.com"))
    }

    @Test func whoIsRefusedKeepsItFromNobodyElse() throws {
        let meeting = try ClosedMeeting()
        let server = try MailServer(["--refuse", "sam@example.com"])
        let reports = try send(try meeting.mailing(by: server.sendmail))
        #expect(reports[0].accepted == Self.summary.filter { $0 != "sam@example.com" })
        #expect(reports[0].refused.map(\.recipient) == ["sam@example.com"])
        #expect(reports[0].refused.first?.reason.contains("550 5.1.1 no such user here") == true)
        #expect(reports[2].isComplete)
        let first = try server.stop()
        let kept = try meeting.record().deliveries(of: meeting.day).filter { $0.state == .refused }
        #expect(kept.map(\.recipient) == ["sam@example.com", "sam@example.com"])
        // Later that address works. Nobody else gets the mail again.
        let mended = try MailServer()
        #expect(unsent(try send(try meeting.mailing(by: mended.sendmail))) == [])
        let second = try mended.stop()
        #expect(second.map(\.recipients) == [["sam@example.com"], ["sam@example.com"]])
        #expect(Set(pairs(first + second)).count == Self.everything)
        #expect(pairs(first + second).count == Self.everything)
    }

    @Test func aFullQueueTakesNothingAndLaterEverything() throws {
        let meeting = try ClosedMeeting()
        let full = try MailServer(["--full"])
        let reports = try send(try meeting.mailing(by: full.sendmail))
        #expect(reports.allSatisfy { $0.accepted.isEmpty })
        #expect(reports[0].postponed.map(\.recipient).sorted() == Self.summary.sorted())
        #expect(reports[0].postponed.allSatisfy { $0.reason.contains("452 4.3.1") })
        #expect(try full.stop().isEmpty)
        let server = try MailServer()
        #expect(unsent(try send(try meeting.mailing(by: server.sendmail))) == [])
        #expect(pairs(try server.stop()).count == Self.everything)
    }

    /// The server took the mail and ended before it could answer. The mail is sent again only if a person asks for that.
    @Test func aServerThatDiesHalfWayLeavesADoubtAndIsGoneOnWith() throws {
        let meeting = try ClosedMeeting()
        let dying = try MailServer(["--die-after", "1"])
        let parcels = try meeting.mailing(by: dying.sendmail).parcels
        let mailing = try meeting.mailing(by: dying.sendmail)
        #expect(try mailing.send(parcels[0]).isComplete)
        let report = try mailing.send(parcels[1])
        #expect(report.inDoubt == Self.prepTime && report.accepted.isEmpty && report.postponed.isEmpty)
        #expect(report.breakdown?.contains("could not send mail") == true)
        #expect(try dying.stop().map(\.recipients) == [Self.summary, Self.prepTime])
        // The record has the reason.
        let doubts = try meeting.record().deliveries(of: meeting.day).filter { $0.state == .begun }
        #expect(doubts.map(\.recipient) == Self.prepTime.sorted())
        #expect(doubts.allSatisfy { $0.detail?.contains("could not send mail") == true })
        // Recipients in doubt get it only if a person asks for that; the others get it.
        let server = try MailServer()
        let resumed = try meeting.mailing(by: server.sendmail)
        #expect(resumed.parcels.map(\.inDoubt) == [[], Self.prepTime, [], []])
        #expect(unsent(try send(resumed)) == [])
        #expect(unsent(try send(try meeting.mailing(by: server.sendmail, repeating: .doubtful))) == [])
        #expect(try meeting.mailing(by: server.sendmail, repeating: .doubtful).parcels.allSatisfy { !$0.isWaiting })
        #expect(try server.stop().map(\.recipients) == [["wen@example.com"], ["lena@example.com"], Self.prepTime])
    }

    @Test(arguments: [
        (0, "accepted"), (65, "refused"), (67, "refused"), (68, "refused"), (77, "refused"), (69, "postponed"),
        (71, "postponed"), (75, "postponed"), (64, "broken"), (78, "broken"), (127, "broken"), (74, "unknown"),
        (76, "unknown"), (1, "unknown"), (70, "unknown"), (-9, "unknown"),
    ])
    func theExitStatusIsReadAsSysexitsHasIt(code: Int, answer: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "exit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = folder.appending(path: "sendmail")
        try MailServer.link("exit_with.sh", at: program.path)
        let mail = try OutgoingMail(
            "From: a@example.com\r\nTo: b@example.com\r\nMessage-ID: <1@example.com>\r\nSubject: \(code)\r\n\r\n")
        let found = Sendmail(path: program.path).hand(over: mail, to: mail.recipients)
        #expect("\(found)".hasPrefix(answer), "\(found)")
    }

    /// The program is killed while it hands a mail over.
    @Test func aKilledSendLeavesADoubtAndSendsNothingTwice() throws {
        let meeting = try ClosedMeeting()
        let held = try HeldMail()
        let sending = Process()
        sending.executableURL = URL(filePath: Tmux.program)
        sending.arguments = [
            "send", meeting.day.description, "--dir", meeting.folder.path, "--sendmail", held.sendmail, "--yes",
        ]
        sending.standardOutput = FileHandle.nullDevice
        sending.standardError = FileHandle.nullDevice
        try sending.run()
        try held.waitUntilHandedOver()
        kill(sending.processIdentifier, SIGKILL)
        // The mail is delivered after all, and no program is left to record it. (To Foundation a process has ended only
        // when those that it started have ended, too.)
        #expect(try held.letGo() == Self.summary)
        sending.waitUntilExit()
        #expect(sending.terminationReason == .uncaughtSignal)
        let server = try MailServer()
        let command = [meeting.day.description, "--dir", meeting.folder.path, "--sendmail", server.sendmail, "--yes"]
        for _ in 1...2 { #expect(throws: ExitCode(1)) { try Send.parse(command).run() } }
        #expect(try meeting.mailing(by: server.sendmail).parcels.map(\.inDoubt) == [Self.summary, [], [], []])
        try Send.parse(command + ["--in-doubt"]).run()
        try Send.parse(command).run()
        #expect(
            try server.stop().map(\.recipients) == [
                Self.prepTime, ["wen@example.com"], ["lena@example.com"], Self.summary,
            ])
    }

    @Test func whatWasBeingHandedOverWhenTheProgramEndedIsInDoubtAndNotSentTwice() throws {
        let meeting = try ClosedMeeting()
        let server = try MailServer()
        let mailing = try meeting.mailing(by: server.sendmail)
        let mail = mailing.parcels[0].mail
        _ = try meeting.record().beginDelivery(
            of: mail.messageID, to: ["wen@example.com"], of: meeting.day, at: Date(timeIntervalSince1970: 0),
            despite: [])
        let resumed = try meeting.mailing(by: server.sendmail)
        #expect(resumed.parcels[0].inDoubt == ["wen@example.com"])
        _ = try send(resumed)
        #expect(try meeting.mailing(by: server.sendmail).parcels.filter(\.isWaiting).isEmpty)
        // A terminal that began with the same list sends nothing either.
        #expect(try send(mailing).flatMap(\.accepted).isEmpty)
        let again = try meeting.mailing(by: server.sendmail, repeating: .everybody)
        #expect(again.parcels[0].outstanding == Self.summary)
        _ = try send(again)
        let taken = try server.stop()
        #expect(taken[0].recipients == Self.summary.filter { $0 != "wen@example.com" })
    }

    @Test func theCommandSendsAndThenHasNothingToSend() throws {
        let meeting = try ClosedMeeting()
        let server = try MailServer()
        let command = [meeting.day.description, "--dir", meeting.folder.path, "--sendmail", server.sendmail, "--yes"]
        try Send.parse(command).run()
        try Send.parse(command).run()
        try Send.parse(command + ["--only", "vector-store", "--again"]).run()
        #expect(try server.stop().count == 5)
        #expect(throws: ExitCode.self) { try Send.parse(command + ["--only", "nothing"]).run() }
    }

    @Test func aMailThatWasEditedOnTheDiskIsNotSentAsItWas() throws {
        let meeting = try ClosedMeeting()
        try Data("Subject: mine\r\n\r\n".utf8).write(to: meeting.path("summary.eml"))
        let complaint = #expect(throws: Complaint.self) { try meeting.mailing(by: "/bin/true") }
        #expect(complaint?.description.contains("minutes/2026-11-25/summary.eml differs from the record") == true)
    }

    @Test func aProgramThatIsNotThereOrFailsIsNamed() throws {
        #expect(Sendmail(path: "/nonexistent/sendmail").fault?.hasPrefix("there is no /nonexistent/sendmail: ") == true)
        #expect(Sendmail(path: "/bin").fault != nil)
        let meeting = try ClosedMeeting()
        let reports = try send(try meeting.mailing(by: "/bin/false"))
        #expect(reports.first?.breakdown == "/bin/false exits with 1")
        #expect(reports.first?.inDoubt == Self.summary)
    }

    /// An address may begin with a hyphen, as an option does.
    @Test func anAddressIsNoOption() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "args-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = folder.appending(path: "sendmail")
        try MailServer.link("keep_arguments.sh", at: program.path)
        let mail = try OutgoingMail(
            "From: a@example.com\r\nTo: -oQ/tmp@example.com, \"$(id), <x@y.z>\" <b@example.com>\r\nBcc: c@example.com,\r\n"
                + " d@example.com\r\nMessage-ID: <1@example.com>\r\nSubject: =?utf-8?Q?=C3=A9?=\r\n =?utf-8?B?w6k=?=\r\n"
                + "\r\nBcc: stays\r\n.\r\n")
        #expect(mail.subject == "éé")
        #expect(Sendmail(path: program.path).hand(over: mail, to: mail.recipients) == .accepted)
        #expect(
            try String(contentsOf: folder.appending(path: "args"), encoding: .utf8)
                == "-i\n-f\na@example.com\n--\n-oQ/tmp@example.com\nb@example.com\nc@example.com\nd@example.com\n")
        let handed = try String(contentsOf: folder.appending(path: "mail"), encoding: .utf8)
        #expect(!handed.contains("Bcc: c") && !handed.contains("d@example.com"))
        #expect(handed.hasSuffix("\n\nBcc: stays\n.\n"))
    }
}
