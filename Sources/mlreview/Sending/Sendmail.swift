import Foundation
import Minutes
import Host

/// A program that takes mail as sendmail does: recipients as arguments, the mail on its standard input.
///
/// Postfix, Exim, OpenSMTPD, msmtp and others bring one. No shell stands in between, and recipients follow `--`, so that
/// no address is taken for an option.
struct Sendmail {
    let path: String

    /// What the program said to a mail and all its recipients together.
    enum Answer: Equatable {
        case accepted
        /// Never like this.
        case refused(String)
        /// Not now.
        case postponed(String)
        /// The program itself does not work, so that no other mail would fare better.
        case broken(String)
        /// Nobody knows whether the mail got through: it had been handed over, and no answer came.
        case unknown(String)
    }

    /// Why the program can't be used; nil where it is there to be run.
    var fault: String? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            return "there is no \(path): name the program that takes your mail with --sendmail, or in council.yaml as "
                + "`mail: { sendmail: /usr/bin/msmtp }`"
        }
        return access(path, X_OK) == 0 ? nil : "\(path) is no program that you may run"
    }

    func hand(over mail: OutgoingMail, to recipients: [String]) -> Answer {
        let result = Program(path, ["-i", "-f", mail.sender, "--"] + recipients).run(input: mail.text)
        return answer(to: result.ending, saying: result.output)
    }

    /// Reads the exit status as `sysexits.h` has it, which the programs of this kind keep to.
    ///
    /// A connection that broke is told by 74 and 76, and msmtp 1.8 says the same whether that was before the mail was
    /// sent or after the server had all of it. A program that a signal ended, or that exits with what `sysexits.h` does
    /// not have, says no more. None of these means that nothing was sent.
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
        // Data, addressee, host, permission.
        case 65, 67, 68, 77: .refused(reason)
        // Service unavailable (a full queue, too), system, try again.
        case 69, 71, 75: .postponed(reason)
        // Usage, input, user, files, configuration; not to be run.
        case 64, 66, 72, 73, 78, 126, 127: .broken(reason)
        default: .unknown(reason)
        }
    }
}
