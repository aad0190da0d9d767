import Council
import Foundation
import Screen
import Testing

@testable import Ledger
@testable import SQLiteLedger
@testable import mlreview

/// A person at a terminal, who presses keys and reads the screen.
final class Scribe {
    let clock: Clock
    let terminal: MemoryTerminal
    let opened: Opened
    /// Kept here because the folder is removed with its last reference.
    private let folder: MeetingFolder
    let program: RoomProgram
    /// The writer behind the recorder.
    private(set) var disk: Disk?

    /// Starts the program on a meeting of the folder.
    init(
        _ folder: MeetingFolder, size: Size = Size(rows: 40, columns: 160), clock: Clock = Clock(),
        rehearsing: Bool = false, isPresenter: Bool = false, patience: TimeInterval = 20,
        publishing: Publishing = Publishing(),
        backoff: Backoff = Backoff(first: 1, longest: 1)
    ) throws {
        self.clock = clock
        self.folder = folder
        terminal = MemoryTerminal(size: size)
        let place = MeetingPlace(folder: folder.path, agenda: MeetingFolder.day)
        let record = try place.openRecord(rehearsing: rehearsing)
        let meeting = try #require(try place.choose(in: record).only)
        var disk: Disk?
        opened = try Opened(meeting, in: place, record: record, rehearsing: rehearsing, following: isPresenter) {
            session throws(LedgerError) in
            let made = Disk(session)
            disk = made
            return try Recorder(made, of: session.date, backoff: backoff)
        }
        self.disk = disk
        program = try RoomProgram(
            opened, terminal: terminal, isPresenting: isPresenter, patience: patience, publishing: publishing,
            now: { clock.now },
            instant: { clock.instant })
        program.begin()
    }

    // MARK: What the person does

    /// Presses keys, given by their labels with blanks between them: `n @ w e Tab Enter`.
    func press(_ labels: String) {
        for label in labels.split(separator: " ") {
            guard let key = KeyEvent(label: String(label)) else { fatalError("there is no key \(label)") }
            terminal.type([key])
            turn()
        }
    }

    /// Types text, a key each; a newline is Enter.
    func type(_ text: String) {
        for character in text {
            terminal.type(String(character))
            turn()
        }
    }

    /// Runs a line of the `:` line.
    func run(_ line: String) {
        press(":")
        type(line)
        press("Enter")
    }

    /// Writes a note as the scribe does.
    func note(_ text: String) {
        press("n")
        type(text)
        press("Enter")
    }

    /// Lets time pass in which nothing else happens.
    func wait(seconds: TimeInterval) {
        clock.pass(seconds: seconds)
        turn()
    }

    private func turn() {
        repeat {
            if program.farewell == nil { program.turn() }
        } while !terminal.script.isEmpty && program.farewell == nil
    }

    // MARK: What the person sees

    var screen: String { terminal.grid?.text ?? "" }

    func row(_ index: Int) -> String {
        guard let grid = terminal.grid else { return "" }
        return grid.text(row: index < 0 ? grid.rows + index : index)
    }

    func sees(_ text: String) -> Bool { screen.contains(text) }

    /// Waits until the screen shows a text. Descriptors tell of the disk and of other terminals meanwhile.
    func see(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        wait(for: "“\(text)”", sourceLocation) { $0.contains(text) }
    }

    func seeNoMore(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        wait(for: "no “\(text)”", sourceLocation) { !$0.contains(text) }
    }

    /// Waits until the program has ended by itself.
    func seeTheEnd(sourceLocation: SourceLocation = #_sourceLocation) {
        let deadline = ContinuousClock.now + .seconds(120)
        while program.farewell == nil {
            guard ContinuousClock.now < deadline else {
                Issue.record("waited in vain for the end on\n\(screen)", sourceLocation: sourceLocation)
                return
            }
            waitForDescriptors()
            program.turn()
        }
    }

    /// Waits until the program is in a state.
    func wait(_ what: String, sourceLocation: SourceLocation = #_sourceLocation, until isSo: (RoomProgram) -> Bool) {
        wait(for: what, sourceLocation) { _ in isSo(program) }
    }

    private func waitForDescriptors() {
        var watched = program.descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        _ = poll(&watched, nfds_t(watched.count), 1000)
    }

    private func wait(for what: String, _ sourceLocation: SourceLocation, until isSeen: (String) -> Bool) {
        let deadline = ContinuousClock.now + .seconds(120)
        while !isSeen(screen), program.farewell == nil {
            guard ContinuousClock.now < deadline else {
                Issue.record("waited in vain for \(what) on\n\(screen)", sourceLocation: sourceLocation)
                return
            }
            waitForDescriptors()
            program.turn()
        }
        if !isSeen(screen) { Issue.record("the program ended before \(what)", sourceLocation: sourceLocation) }
    }

    /// Waits until everything is on the disk.
    func settle() { _ = opened.recorder?.flush(timeout: 20) }
}
