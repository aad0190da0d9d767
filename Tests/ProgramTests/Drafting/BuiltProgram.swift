import Foundation

/// One run of the built program, away from a terminal.
struct BuiltProgram {
    let code: Int32
    let output: String
    let errors: String

    init(
        _ words: [String], input: String = "", environment: [String: String] = [:], in directory: String? = nil
    ) throws {
        let process = Process()
        process.executableURL = URL(filePath: Tmux.program)
        process.arguments = words
        // Nobody's git and nobody's handle decide what a test finds.
        process.environment = ProcessInfo.processInfo.environment.merging([
            "MLREVIEW_HANDLE": "", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CEILING_DIRECTORIES": NSTemporaryDirectory(),
        ]) { $1 }.merging(environment) { $1 }
        if let directory { process.currentDirectoryURL = URL(filePath: directory) }
        let (input_, output, errors) = (Pipe(), Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (input_, output, errors)
        try process.run()
        input_.fileHandleForWriting.write(Data(input.utf8))
        try input_.fileHandleForWriting.close()
        self.output = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        self.errors = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        code = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    }
}
