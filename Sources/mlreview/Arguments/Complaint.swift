import Agendas
import ArgumentParser
import Curses
import Foundation
import Ledger
import Minutes
import Screen

/// The reason why the program can't go on, for the person who started it.
struct Complaint: Error, CustomStringConvertible {
    let description: String

    init(_ text: String) {
        description = text.split(separator: "\n").map { TextWidth.safe(String($0)) }.joined(separator: "\n")
    }

    init(_ error: any Error) {
        switch error {
        case let complaint as Complaint: self = complaint
        case let faults as Faults: self.init(faults.description)
        case let error as LedgerError: self.init(error.sentence)
        case let error as MinutesError: self.init(error.sentence)
        case let error as OutputFailure: self.init(error.sentence)
        case let error as TerminalError: self.init(error.description)
        default: self.init("\(error)")
        }
    }
}

/// Runs `body`. If it fails, the reason goes to standard error.
///
/// A fault of a file is printed from the beginning of its line, where editors and CI look for it.
///
/// - Throws: the exit code that `body` throws; 1 for any other error.
func complaining(_ body: () throws -> Void) throws {
    do {
        try body()
    } catch let code as ExitCode {
        throw code
    } catch let failure as OutputFailure where failure.isClosedPipe {
        throw OutputFailure.endQuietly()
    } catch {
        let prefix = error is Faults ? "" : "mlreview: "
        StandardError.print(prefix + Complaint(error).description + "\n")
        throw ExitCode.failure
    }
}
