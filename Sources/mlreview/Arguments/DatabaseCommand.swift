import Agendas
import ArgumentParser
import Council
import Foundation
import Host
import Ledger
import PostgresLedger
import Screen

struct DatabaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "database", abstract: "Sets up, checks and copies a record that is in a PostgreSQL database.",
        subcommands: [Initialize.self, CheckIt.self, Copy.self])

    struct Initialize: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "init",
            abstract: "Makes the record in a database, with the accounts and roles of council.yaml.",
            discussion: """
                Accounts that the server lacks are made, without a password. Run it again after a change of council.yaml: \
                what is recorded stays, and accounts of former members lose their rights.
                """)

        @OptionGroup var folder: FolderOption
        @Flag(name: .customLong("stdout"), help: "Prints the SQL, and changes nothing.")
        var toStandardOutput = false
        @Argument(help: ArgumentHelp("The database, as postgresql://HOST/NAME.", valueName: "url"))
        var url: String

        func run() throws {
            try complaining {
                let address = try RecordPlace.address(url)
                let setup = try DatabaseCommand.setup(in: folder.folder)
                if toStandardOutput { return try CheckedOutput.standard.print(setup.script) }
                let isNew = try setup.perform(at: address)
                try CheckedOutput.standard.printLines(
                    [
                        isNew ? "made the record at \(address)" : "brought council.yaml to the record at \(address)",
                        "to record there: write `record: \(address)` into agendas/council.yaml",
                    ].map(TextWidth.safe))
            }
        }
    }

    struct CheckIt: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Checks a record in a database: its guards, and everybody's rights; exits with 1 if any is wrong."
        )

        @OptionGroup var folder: FolderOption
        @Argument(help: ArgumentHelp("The database, as postgresql://HOST/NAME.", valueName: "url"))
        var url: String

        func run() throws {
            try complaining {
                let address = try RecordPlace.address(url)
                let findings = try PostgresCheck(address).findings(DatabaseCommand.setup(in: folder.folder))
                try CheckedOutput.standard.printLines(
                    (findings.isEmpty ? ["the record at \(address) is as it should be"] : findings).map(TextWidth.safe))
                if !findings.isEmpty { throw ExitCode(1) }
            }
        }
    }

    struct Copy: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "copy",
            abstract: "Copies a record, from .mlreview/ to a database or back, with every digest as it is.",
            discussion: """
                The whole record is copied, or nothing. It is checked first, and not copied if anything in it was changed. \
                A place that has a record already is not overwritten.
                """)

        @Argument(help: ArgumentHelp("The folder that holds agendas/, or postgresql://HOST/NAME.", valueName: "from"))
        var from: String
        @Argument(help: ArgumentHelp("A folder or a database without a record.", valueName: "to"))
        var to: String

        func run() throws {
            try complaining {
                let (from, to) = (try RecordPlace.Named(from), try RecordPlace.Named(to))
                let count = try ProgressLine.whileRunning("copying the record") { try RecordCopy(from, to).perform() }
                try CheckedOutput.standard.printLine(
                    TextWidth.safe("copied \(count) from \(from.name) to \(to.name), each with its digest"))
            }
        }
    }

    /// What the council's files say of accounts and seats.
    private static func setup(in folder: String) throws -> PostgresSetup {
        let survey = AgendaFolder(path: folder).survey(tellsFindings: false)
        guard let roster = survey.roster else {
            throw Complaint("agendas/council.yaml in \(folder) can't be read: `mlreview check` says why")
        }
        return PostgresSetup(roster, scribes: Set(survey.agendas.compactMap(\.scribe)))
    }
}
