import Foundation
import Minutes

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
        // Files, not pipes: a program that ends before it has read everything would end this one with it.
        guard let input = TemporaryFile(), let output = TemporaryFile() else {
            return .broken("there is no room for a temporary file in \(NSTemporaryDirectory())")
        }
        guard input.write(mail.text) else { return .broken("the mail can't be written into a temporary file") }
        let words = [path, "-i", "-f", mail.sender, "--"] + recipients
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input.descriptor, 0)
        posix_spawn_file_actions_adddup2(&actions, output.descriptor, 1)
        posix_spawn_file_actions_adddup2(&actions, output.descriptor, 2)
        var child: pid_t = 0
        let failure = posix_spawn(&child, path, &actions, nil, &arguments, environ)
        guard failure == 0 else { return .broken("\(path) can't be run: \(String(cString: strerror(failure)))") }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return answer(to: status, saying: output.read())
    }

    /// Reads the exit status as `sysexits.h` has it, which the programs of this kind keep to.
    ///
    /// A connection that broke is told by 74 and 76, and msmtp 1.8 says the same whether that was before the mail was
    /// sent or after the server had all of it. A program that a signal ended, or that exits with what `sysexits.h` does
    /// not have, says no more. None of these means that nothing was sent.
    private func answer(to status: Int32, saying text: String) -> Answer {
        let said = text.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }.prefix(3).joined(separator: "; ")
        // The low seven bits are the signal that ended it.
        guard status & 0x7F == 0 else { return .unknown("\(path) was ended by signal \(status & 0x7F)") }
        let code = status >> 8 & 0xFF
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
