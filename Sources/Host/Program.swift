import Dispatch
import Subprocess
import Synchronization
import SystemPackage

/// Another program. Programs are started and waited for here and nowhere else.
///
/// A program starts with every signal at its default and none blocked, and without a shell in between.
public struct Program: Sendable {
    /// A path, or a name that is looked up in `PATH`.
    public let name: String
    public let arguments: [String]

    public init(_ name: String, _ arguments: [String] = []) {
        self.name = name
        self.arguments = arguments
    }

    /// How a program ended.
    public enum Ending: Equatable, Sendable {
        case exited(Int32)
        case signalled(Int32)
        /// It could not be started, for this reason, and has done nothing.
        case notStarted(String)
        /// It did not end in time and was stopped.
        case late
        /// It was started, but the system did not say how it ended.
        case unknown(String)

        public var isSuccess: Bool { self == .exited(0) }
    }

    /// What a program left behind.
    public struct Result: Equatable, Sendable {
        public let ending: Ending
        /// What it wrote to standard output and standard error, in the order in which it did. Long output is cut at its
        /// end.
        public let output: String

        public init(_ ending: Ending, output: String = "") {
            self.ending = ending
            self.output = output
        }
    }

    /// Bytes of output that are kept.
    private static let outputLimit = 64 * 1024

    /// Runs the program away from the terminal and waits for it.
    ///
    /// The calling thread is blocked meanwhile. It must not be one of the few threads that Swift's tasks share, because
    /// a task waits for the program.
    ///
    /// - Parameters:
    ///   - input: What it reads.
    ///   - limit: How long it may take. Then it is asked to end, and killed a second later.
    public func run(input: String = "", limit: Duration? = nil) -> Result {
        let files: (input: MemoryFile, output: MemoryFile)
        do throws(SystemError) {
            files = (try MemoryFile(input.utf8), try MemoryFile())
        } catch {
            return Result(.notStarted(error.description))
        }
        let output = FileDescriptor(rawValue: files.output.descriptor)
        let ending = ending(
            input: FileDescriptor(rawValue: files.input.descriptor), output: output, error: output, limit: limit)
        let said = files.output.read(limit: Self.outputLimit)
        return Result(ending, output: String(decoding: said, as: UTF8.self))
    }

    /// - Parameter onStart: Gets the program's process number as soon as it runs, on another thread.
    func ending(
        input: FileDescriptor, output: FileDescriptor, error: FileDescriptor, limit: Duration? = nil,
        onStart: @escaping @Sendable (pid_t) -> Void = { _ in }
    ) -> Ending {
        var configuration = Configuration(
            executable: name.contains("/") ? .path(FilePath(name)) : .name(name), arguments: Arguments(arguments))
        configuration.platformOptions.teardownSequence = [
            .gracefulShutDown(allowedDurationToNextStep: .seconds(1))
        ]
        let started = configuration
        let isStarted = Mutex(false)
        let answer = Mutex<Ending?>(nil)
        let isOver = DispatchSemaphore(value: 0)
        // Somebody waits: the task must not stand behind others that wait themselves.
        let task = Task.detached(priority: .high) {
            let ending: Ending
            do {
                let result = try await Subprocess.run(
                    started, input: .fileDescriptor(input, closeAfterSpawningProcess: false),
                    output: .fileDescriptor(output, closeAfterSpawningProcess: false),
                    error: .fileDescriptor(error, closeAfterSpawningProcess: false)
                ) { execution in
                    isStarted.withLock { $0 = true }
                    onStart(execution.processIdentifier.value)
                }
                ending =
                    switch result.terminationStatus {
                    case .exited(let code): .exited(code)
                    case .signaled(let signal): .signalled(signal)
                    }
            } catch {
                ending =
                    isStarted.withLock { $0 } ? .unknown("\(error)") : .notStarted(Self.reason(error))
            }
            answer.withLock { $0 = ending }
            isOver.signal()
        }
        var isLate = false
        if let limit, isOver.wait(timeout: .now() + limit.dispatchInterval) == .timedOut {
            isLate = true
            task.cancel()
        }
        if limit == nil || isLate { isOver.wait() }
        return isLate ? .late : answer.withLock { $0 } ?? .unknown("it was not heard of")
    }

    /// The system's own words if it was the system that refused.
    private static func reason(_ error: any Error) -> String {
        guard let error = error as? SubprocessError else { return "\(error)" }
        if let code = error.underlyingError { return SystemError.reason(code.rawValue) }
        return error.description
    }
}

extension Duration {
    fileprivate var dispatchInterval: DispatchTimeInterval {
        .milliseconds(Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000))
    }
}
