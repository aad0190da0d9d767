import Screen

@testable import Room

extension Scene {
    // MARK: The library

    static let library = [
        Scene(
            "library", "The pipeline: the columns that are least needed go as the screen narrows.", .screen,
            [standard, Size(rows: 12, columns: 200), Size(rows: 12, columns: 120), narrow, small], withRoles: true,
            debate
        ) {
            $0.openLibrary()
            $0.press("j")
        },
        Scene(
            "library-actions", "Open actions, what is overdue marked.", .screen,
            [Size(rows: 12, columns: 120), Size(rows: 12, columns: 60)], debate
        ) {
            $0.openLibrary()
            $0.press("2")
        },
        Scene(
            "library-decisions", "A filter that is being typed, and what it leaves.", .screen,
            [Size(rows: 12, columns: 120), Size(rows: 12, columns: 60)], debate
        ) {
            $0.openLibrary()
            $0.press("3 /")
            $0.type("pager")
        },
        Scene(
            "library-register", "Who uses and who offers what.", .screen,
            [Size(rows: 14, columns: 120), Size(rows: 14, columns: 60)], debate
        ) {
            $0.openLibrary()
            $0.press("4")
        },
        Scene(
            "library-meetings", "Meetings that were held, and agendas to come.", .screen,
            [Size(rows: 12, columns: 120), Size(rows: 12, columns: 60)], debate
        ) {
            $0.openLibrary()
            $0.press("5")
        },
        Scene(
            "library-proposal", "What happened to a proposal, and its file.", .dialog,
            [Size(rows: 50, columns: 120)], withRoles: true, debate
        ) {
            $0.openLibrary()
            $0.press("/")
            $0.type("bare")
            $0.press("Enter Enter")
        },
        Scene(
            "library-minutes", "The minutes of a meeting, from what later weeks know of it.", .dialog, [standard],
            debate
        ) {
            $0.openLibrary()
            $0.press("5 End Enter")
        },
    ]
}
