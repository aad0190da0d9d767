import ArgumentParser

/// The script by which a shell completes the program's words.
///
/// The parser adds its own `help`, which knows no topics, behind the program's. Shells would take the last one.
enum CompletionScript {
    static func text(for shell: CompletionShell) -> String {
        withReferencesWhole(withoutSecondHelp(MLReview.completionScript(for: shell)))
    }

    /// Bash takes words for paths, and lists of `2026-11-25/1` what stands behind the slash.
    static func withReferencesWhole(_ script: String) -> String {
        let adding = "        COMPREPLY+=(\"${completion}\")\n"
        let asking = "        [[ \"${completion}\" = +([0-9-])/+([0-9]) ]] && compopt +o filenames 2>/dev/null\n"
        return script.replacing(adding, with: adding + asking, maxReplacements: 1)
    }

    static func withoutSecondHelp(_ script: String) -> String {
        var script = script.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.contains("Show subcommand help information.") }.joined(separator: "\n")
        let begin = "\n_mlreview_help() {\n"
        let functions = script.ranges(of: begin)
        if functions.count == 2, let second = functions.last,
            let end = script[second.upperBound...].firstRange(of: "\n}\n")
        {
            script.removeSubrange(second.lowerBound..<script.index(before: end.upperBound))
        }
        return script
    }
}
