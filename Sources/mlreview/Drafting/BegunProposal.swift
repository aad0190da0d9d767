import Council
import Foundation
import Minutes

/// A proposal that is not finished: the answers to its questions, and its text once it was in an editor.
struct BegunProposal: Codable, Equatable {
    var kind: Proposal.Kind
    var pod: String?
    /// The proposal that it revises.
    var revises: String?
    var answers: [String: String] = [:]
    /// What was typed of an answer that was not given yet.
    var typed: String?
    /// The text as an editor has it, in a file of its own that people can open; nil if it was in none.
    var text: String?

    private enum CodingKeys: CodingKey { case kind, pod, revises, answers, typed }

    var title: String? { answers["title"] ?? revises.map { "a revision of \($0)" } }

    /// Whether anybody has said anything.
    var isEmpty: Bool { answers.isEmpty && typed == nil && text == nil }

    /// What there is of it, as a person is asked about it.
    var extent: String {
        if text != nil { return "a text in your editor" }
        let given = counted(answers.count, "answer")
        return typed.map { "\(given) and “\($0)”" } ?? given
    }

    /// Where begun proposals lie, each in files of its own: beside the record, in a folder that is its owner's alone.
    struct Shelf {
        private let record: String
        let folder: String

        init(_ folder: String) {
            record = folder == "." ? ".mlreview" : (folder as NSString).appendingPathComponent(".mlreview")
            self.folder = (record as NSString).appendingPathComponent(Self.name)
        }

        private static let name = "begun"

        private func open() -> OpenFolder? {
            guard let record = try? OpenFolder(existing: record, followsLink: false) else { return nil }
            return (try? record.existingFolder(Self.name)) ?? nil
        }

        func path(_ file: String) -> String { (folder as NSString).appendingPathComponent(file) }

        /// All that can be read, by the names of their files without the ends.
        func read() -> [(name: String, begun: BegunProposal)] {
            guard let open = open() else { return [] }
            let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            return files.filter { $0.hasSuffix(".json") }.sorted().compactMap { file in
                guard let bytes = try? open.read(file),
                    var begun = try? JSONDecoder().decode(BegunProposal.self, from: bytes)
                else { return nil }
                let name = String(file.dropLast(5))
                begun.text = (try? open.read("\(name).md")).map { String(decoding: $0, as: UTF8.self) }
                return (name, begun)
            }
        }

        /// - Returns: Whether it could be kept.
        func keep(_ begun: BegunProposal, as name: String) -> Bool {
            mkdir(record, 0o700)
            guard let record = try? OpenFolder(existing: record, followsLink: false),
                let open = try? record.folder(Self.name), let bytes = try? JSONEncoder().encode(begun)
            else { return false }
            open.removeLeftovers { $0 == "\(name).json" || $0 == "\(name).md" }
            if let text = begun.text {
                guard (try? open.write(Data(text.utf8), to: "\(name).md")) != nil else { return false }
            } else {
                unlink(path("\(name).md"))
            }
            return (try? open.write(bytes, to: "\(name).json")) != nil
        }

        func remove(_ name: String) {
            for end in ["json", "md"] { unlink(path("\(name).\(end)")) }
            // It goes with the last one.
            rmdir(folder)
        }

        /// A name that nothing has yet, so that no other answers are written over.
        func freeName(for begun: BegunProposal) -> String {
            let stem = begun.revises ?? NewProposal.slug(begun.answers["title"] ?? "")
            for number in 1... {
                let name = number == 1 ? stem : "\(stem)-\(number)"
                if access(path("\(name).json"), F_OK) != 0, access(path("\(name).md"), F_OK) != 0 { return name }
            }
            return stem
        }
    }
}
