import ArgumentParser

/// Where minutes go.
struct OutputOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("The folder of all minutes; else minutes/ beside agendas/.", valueName: "folder"))
    var out: String?
}
