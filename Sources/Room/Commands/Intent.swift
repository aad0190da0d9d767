import Council
import Foundation

/// What a line asks for.
public enum Intent: Sendable {
    /// Something of the meeting.
    case ask(Request)
    /// Something that the program does. The console refuses effects that need a screen.
    case effect(Effect)
    /// Something of the screen, for which the console prints lines or a refusal.
    case screen(ScreenChange)

    /// A change of the screen.
    ///
    /// - Parameter console: The lines that the console prints instead; by default it refuses.
    static func screen(
        _ change: @escaping @Sendable (inout Model) throws(Refusal) -> [Effect],
        console lines: @escaping @Sendable (Narrator) throws(Refusal) -> [String] = { _ throws(Refusal) in
            throw .needsScreen
        }
    ) -> Intent {
        .screen(ScreenChange(change: change, lines: lines))
    }
}

/// What a command does on the screen, and what the console prints in its place.
public struct ScreenChange: Sendable {
    let change: @Sendable (inout Model) throws(Refusal) -> [Effect]
    /// The lines that the console prints.
    ///
    /// - Throws: the sentence of a command that needs a screen.
    public let lines: @Sendable (Narrator) throws(Refusal) -> [String]
}

extension Refusal {
    /// The console's answer to a command that changes the screen and nothing else.
    public static let needsScreen = Refusal("that changes the screen, and the console has none: `mlreview run` has")
}
