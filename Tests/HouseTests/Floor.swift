/// A floor of the house, and what a target on it may import.
struct Floor {
    let number: Int
    /// Targets of the house, each on a floor below.
    let targets: [String]
    /// Modules from elsewhere.
    let modules: [String]

    init(_ number: Int, _ targets: [String] = [], _ modules: [String] = []) {
        self.number = number
        self.targets = targets
        self.modules = modules
    }

    static let table: [String: Floor] = [
        "CNcurses": Floor(0),
        "CMarkdown": Floor(0),
        "CDigest": Floor(0),
        "Council": Floor(1, [], ["Dispatch", "Foundation", "Synchronization"]),
        "Screen": Floor(1, [], ["Glibc", "Synchronization"]),
        "System": Floor(1, [], ["Dispatch", "Foundation", "Glibc", "Subprocess", "Synchronization", "SystemPackage"]),
        "Markdown": Floor(1, ["CMarkdown"]),
        "Agendas": Floor(2, ["Council", "Digests"], ["CYaml", "Foundation"]),
        "Digests": Floor(1, ["CDigest"]),
        "Record": Floor(2, ["Council", "System", "Digests"], ["Foundation", "Dispatch", "Synchronization", "GRDB"]),
        "Minutes": Floor(
            2, ["Council", "CMarkdown", "Markdown"], ["Dispatch", "Foundation", "Mustache", "Synchronization"]),
        "Curses": Floor(2, ["Screen", "System", "CNcurses"], ["Glibc", "Synchronization"]),
        "Archive": Floor(3, ["Council", "Agendas", "Minutes"], ["Foundation"]),
        "Commands": Floor(3, ["Council"], ["Foundation"]),
        "Room": Floor(4, ["Council", "Screen", "Commands", "CMarkdown", "Markdown"], ["Foundation"]),
        "mlreview": Floor(
            5,
            [
                "Council", "Screen", "System", "Agendas", "Record", "Minutes", "Archive", "Curses", "Commands", "Room",
            ],
            ["Foundation", "Synchronization", "ArgumentParser"]),
    ]
}
