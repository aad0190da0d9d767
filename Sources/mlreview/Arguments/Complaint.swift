import Agendas
import ArgumentParser
import Curses
import Foundation
import Minutes
import Record
import Screen

/// Why the program can't go on, for the person who started it: printed to standard error, exit 1.
struct Complaint: Error, CustomStringConvertible {
    let description: String

    init(_ text: String) { description = text.split(separator: "\n").map { TextWidth.safe(String($0)) }.joined(separator: "\n") }

    init(_ error: any Error) {
        switch error {
        case let complaint as Complaint: self = complaint
        case let faults as Faults: self.init(faults.description)
        case let error as RecordError: self.init(error.sentence)
        case let error as MinutesError: self.init(error.sentence)
        case let error as TerminalError: self.init(error.description)
        default: self.init("\(error)")
        }
    }
}
