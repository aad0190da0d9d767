/// What `Package.swift`, the map and the imports say about the floors, and where they contradict each other.
struct Floors {
    let manifest: Manifest
    let table: FloorTable
    let sources: [House.Source]

    /// Modules that come with Swift. `Package.swift` does not declare them; the map names them all the same, because it
    /// matters who does without: `Screen` has no Foundation.
    private static let toolchain: Set = ["Foundation", "Glibc", "Synchronization", "Dispatch"]

    private var targets: [Manifest.Target] { manifest.targets.filter { !$0.isTest } }

    /// One sentence for each contradiction.
    var faults: [String] { undeclaredImports + unusedDependencies + upwardDependencies + wrongRows }

    /// SwiftPM builds an import of a sibling that is not declared as long as the sibling happens to be built before.
    private var undeclaredImports: [String] {
        sources.flatMap { source -> [String] in
            guard let target = targets.first(where: { $0.name == source.target }) else {
                return ["\(source.path) belongs to no target of Package.swift"]
            }
            return source.imports.filter {
                !target.dependencies.contains($0.module) && !Self.toolchain.contains($0.module)
            }.map { "\(source.path):\($0.line): Package.swift does not let \(target.name) import \($0.module)" }
        }
    }

    private var unusedDependencies: [String] {
        targets.flatMap { target in
            let imported = imported(by: target)
            return target.dependencies.filter { !imported.contains($0) }
                .map { "Package.swift lets \(target.name) import \($0), and no file does" }
        }
    }

    private var upwardDependencies: [String] {
        targets.flatMap { target -> [String] in
            guard let floor = table.floor(of: target.name) else { return [] }
            return target.dependencies.compactMap { name in
                guard let below = table.floor(of: name), below >= floor else { return nil }
                return "\(target.name) on floor \(floor) imports \(name) on floor \(below)"
            }
        }
    }

    private var wrongRows: [String] {
        let names = targets.map(\.name)
        let strangers = table.rows.map(\.target).filter { !names.contains($0) }
        return strangers.map { "Sources/README.md has a row for \($0), which is no target" }
            + targets.flatMap { target -> [String] in
                let rows = table.rows.filter { $0.target == target.name }
                guard rows.count == 1, let row = rows.first else {
                    return ["Sources/README.md has \(rows.count) rows for \(target.name)"]
                }
                let imports = Set(target.dependencies).union(imported(by: target).intersection(Self.toolchain))
                guard Set(row.imports) != imports || row.imports.count != imports.count else { return [] }
                let (said, right) = (row.imports.joined(separator: ", "), imports.sorted().joined(separator: ", "))
                return ["Sources/README.md says that \(target.name) imports “\(said)”; it imports “\(right)”"]
            }
    }

    private func imported(by target: Manifest.Target) -> Set<String> {
        Set(sources.filter { $0.target == target.name }.flatMap(\.imports).map(\.module))
    }
}

extension House.Source {
    /// The modules that the file imports, with the numbers of their lines.
    var imports: [(module: String, line: Int)] {
        lines.enumerated().compactMap { index, line in Self.module(importedBy: line).map { ($0, index + 1) } }
    }

    /// The module that a line imports; nil if it imports none.
    static func module(importedBy line: Substring) -> String? {
        var words = line.split(whereSeparator: \.isWhitespace)
        let before = ["public", "package", "internal", "fileprivate", "private"]
        while let first = words.first, first.hasPrefix("@") || before.contains(String(first)) { words.removeFirst() }
        guard words.first == "import", words.count > 1 else { return nil }
        words.removeFirst()
        let kinds = ["struct", "class", "enum", "protocol", "typealias", "func", "var", "let"]
        if words.count > 1, kinds.contains(String(words[0])) { words.removeFirst() }
        return words.first.map { String($0.prefix { $0 != "." && $0 != ";" }) }
    }
}
