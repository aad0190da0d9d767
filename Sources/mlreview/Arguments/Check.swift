import Agendas
import ArgumentParser
import Foundation
import Screen

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks agendas, proposals, council and themes; exits with 1 on an error.",
        discussion:
            "Without a path, everything in agendas/ and themes/. Faults are written as FILE:LINE:COLUMN: error: …")

    @OptionGroup var folder: FolderOption
    @Argument(help: "Files or folders to check.")
    var paths: [String] = []

    func run() throws {
        let faults = AgendaFolder(path: folder.folder).check(paths: paths, roles: Role.allCases.map(\.name))
        for fault in faults { print(fault) }
        if faults.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
}
