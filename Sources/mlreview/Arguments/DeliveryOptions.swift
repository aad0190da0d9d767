import ArgumentParser
import Council

/// How mails go out, for every command that sends some.
struct DeliveryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The program that takes the mail; else the one in council.yaml, else \(Self.usualProgram).",
            valueName: "path"), completion: .file())
    var sendmail: String?
    @Flag(help: "Sends without asking.")
    var yes = false
    @Flag(help: "Resends to those who may have it, since no answer came.")
    var inDoubt = false
    @Flag(help: "Resends to those who have it or may have it.")
    var again = false

    private static let usualProgram = "/usr/sbin/sendmail"

    /// Who gets a mail once more.
    var repeating: Mailing.Repeating { again ? .everybody : inDoubt ? .doubtful : .nobody }

    func program(for settings: MailSettings?) -> Sendmail {
        Sendmail(path: sendmail ?? settings?.sendmail ?? Self.usualProgram)
    }
}
