import ArgumentParser
import Council
import Curses
import Foundation
import Room
import Screen

/// The terminal from its taking until it is given back, with what comes on the screen one after another: a meeting, or
/// the library and the meeting that is opened from it.
struct TerminalSession {
    private let place: MeetingPlace
    private let themes: ThemeShelf
    private let theme: Theme
    private let isRehearsal: Bool
    private let isPresenter: Bool

    /// - Parameters:
    ///   - theme: A name or a path; nil for the usual one.
    ///   - isPresenter: Whether a meeting begins with the presenter view.
    init(in place: MeetingPlace, theme: String?, rehearsing: Bool = false, isPresenter: Bool = false) throws {
        self.place = place
        themes = ThemeShelf(folder: place.folder)
        self.theme = try theme.map { [themes] in try themes.theme($0) } ?? .dark
        isRehearsal = rehearsing
        self.isPresenter = isPresenter
    }

    /// Takes the terminal, shows what `open` returns, and gives the terminal back.
    ///
    /// - Parameter open: What is shown first; nil if the person leaves instead.
    /// - Throws: The exit code of the program if it is not 0.
    func show(_ open: (any Terminal) throws -> Opened?) throws {
        let keys = PersonalKeys(path: PersonalKeys.path())
        for fault in keys.faults { StandardError.print("\(fault)\n") }
        let terminal = try CursesTerminal(theme: theme)
        defer { terminal.restore() }
        guard var opened = try open(terminal) else { return }
        var farewell = try run(opened, on: terminal, keys)
        while true {
            if let hosted = farewell.hosted {
                opened = hosted
            } else if let day = farewell.next {
                opened = try meeting(of: day)
            } else {
                break
            }
            farewell = try run(opened, on: terminal, keys)
        }
        terminal.restore()
        do throws(OutputFailure) {
            for line in farewell.lines { try CheckedOutput.standard.printLine(TextWidth.safe(line)) }
        } catch  where farewell.code == 0 {
            throw error
        } catch {
            // The farewell can't be printed; the exit code still tells of the failure.
        }
        if farewell.code != 0 { throw ExitCode(farewell.code) }
    }

    private func run(_ opened: Opened, on terminal: any Terminal, _ keys: PersonalKeys) throws -> RoomProgram.Farewell {
        try RoomProgram(
            opened, terminal: terminal, themes: themes, theme: theme.name, symbols: symbols, keys: keys,
            isPresenting: isPresenter && !opened.isLibraryAlone
        ).run()
    }

    /// The meeting that was chosen in the library.
    private func meeting(of day: CalendarDay) throws -> Opened {
        let place = MeetingPlace(folder: place.folder, agenda: "\(day)", out: place.minutes)
        let record = try place.openRecord(rehearsing: isRehearsal)
        guard let meeting = try place.choose(in: record).only else { throw Complaint("there is no meeting of \(day)") }
        return try Opened(meeting, in: place, record: record, rehearsing: isRehearsal, following: isPresenter)
    }

    /// The symbols that the terminal's font probably has, judged by the terminal's name and the locale.
    private var symbols: Symbols {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        return Symbols(terminal: environment["TERM"] ?? "", locale: locale ?? "")
    }
}
