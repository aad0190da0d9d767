import Foundation
import Minutes
import Host

/// A program that takes mail as sendmail does: recipients as arguments, the mail on its standard input.
///
/// Postfix, Exim, OpenSMTPD, msmtp and others bring one. It is run without a shell, and recipients follow `--`, so that
/// no address is taken for an option.
struct Sendmail {
    let path: String

    /// The program's answer for a mail and all its recipients together.
    enum Answer: Equatable {
        case accepted
        /// It will never take this mail for these recipients.
        case refused(String)
        /// It can't take the mail now.
        case postponed(String)
        /// The program itself does not work, so no other mail would be taken either.
        case broken(String)
        /// It may or may not have sent the mail: it gave no clear answer.
        case unknown(String)
    }

    /// A sentence that says why the program can't be used; nil if it can.
    var fault: String? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            return "there is no \(path): name the program that takes your mail with --sendmail, or in council.yaml as "
                + "`mail: { sendmail: /usr/bin/msmtp }`"
        }
        return access(path, X_OK) == 0 ? nil : "\(path) is not a program that you may run"
    }

    func hand(over mail: OutgoingMail, to recipients: [String]) -> Answer {
        let result = Program(path, ["-i", "-f", mail.sender, "--"] + recipients).run(input: mail.text)
        return answer(to: result.ending, saying: result.output)
    }

    /// Reads the exit status by `sysexits.h`, which programs of this kind follow.
    ///
    /// Three endings don't tell whether the mail was sent: 74 and 76, by which msmtp 1.8 reports a broken connection,
    /// whether it broke before the server had the mail or after; a status that `sysexits.h` does not have; and a signal.
    private func answer(to ending: Program.Ending, saying text: String) -> Answer {
        let said = text.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }.prefix(3).joined(separator: "; ")
        let code: Int32
        switch ending {
        case .exited(let status): code = status
        case .signalled(let signal): return .unknown("\(path) was ended by signal \(signal)")
        case .notStarted(let reason): return .broken("\(path) can't be run: \(reason)")
        case .late: return .unknown("\(path) did not end")
        case .unknown(let reason): return .unknown("nobody knows how \(path) ended: \(reason)")
        }
        let reason = said.isEmpty ? "\(path) exits with \(code)" : String(said.prefix(400))
        return switch code {
        case 0: .accepted
        // Bad data, no such addressee, no such host, no permission.
        case 65, 67, 68, 77: .refused(reason)
        // Service unavailable (or a full queue), system error, try again later.
        case 69, 71, 75: .postponed(reason)
        // Usage, no input, system file, output file, configuration; not executable, not found.
        case 64, 66, 72, 73, 78, 126, 127: .broken(reason)
        default: .unknown(reason)
        }
    }
}
