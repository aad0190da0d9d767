import Foundation

/// libFuzzer's loop: makes inputs, runs them, and keeps those that reach code that no other has reached.
@_silgen_name("LLVMFuzzerRunDriver")
private func run(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// `fuzz HARNESS [OPTIONS OF LIBFUZZER] [FOLDERS OF INPUTS]`; without a harness, it lists them. `fuzz cat [COUNT [SEED]]`
/// types random keys.
@main
enum Fuzz {
    private static let variable = "MLREVIEW_HARNESS"

    static func main() {
        if CommandLine.arguments.dropFirst().first == "cat" {
            return Cat.run(Array(CommandLine.arguments.dropFirst(2)))
        }
        let named = CommandLine.arguments.dropFirst().first.flatMap(Harness.named)
        let inherited = ProcessInfo.processInfo.environment[variable].flatMap(Harness.named)
        guard let harness = named ?? inherited else {
            print(Harness.all.map(\.name).joined(separator: "\n"))
            exit(CommandLine.argc > 1 ? 64 : 0)
        }
        chosen = harness.read
        // libFuzzer reads what follows the harness, and may start this program again without it.
        setenv(variable, harness.name, 1)
        var (count, vector) = (CommandLine.argc, CommandLine.unsafeArgv)
        if named != nil {
            vector[1] = vector[0]
            (count, vector) = (count - 1, vector + 1)
        }
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = vector
        exit(
            run(&count, &arguments) { bytes, count in
                chosen(Array(UnsafeBufferPointer(start: bytes, count: count)))
                return 0
            })
    }
}

/// A C function has no other way to know it.
nonisolated(unsafe) private var chosen: ([UInt8]) -> Void = { _ in }
