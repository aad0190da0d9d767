import Council
import Foundation
import Minutes

/// The answers to questions about a proposal that was not finished, as they lie beside the record.
struct BegunProposal: Codable, Equatable {
    var kind: Proposal.Kind
    var pod: String?
    var answers: [String: String]

    var title: String? { answers["title"] }

    /// Where they are kept: in a folder that is its owner's alone.
    struct Shelf {
        private let folder: String

        init(_ folder: String) { self.folder = (folder as NSString).appendingPathComponent(".mlreview") }

        private static let file = "proposal.json"

        /// Nil if nothing was begun, or it can't be read.
        func read() -> BegunProposal? {
            guard let open = try? OpenFolder(existing: folder, followsLink: false),
                let bytes = try? open.read(Self.file)
            else { return nil }
            return try? JSONDecoder().decode(BegunProposal.self, from: bytes)
        }

        /// Whether they could be kept.
        func keep(_ begun: BegunProposal) -> Bool {
            mkdir(folder, 0o700)
            guard let bytes = try? JSONEncoder().encode(begun),
                let open = try? OpenFolder(existing: folder, followsLink: false)
            else { return false }
            open.removeLeftovers { $0 == Self.file }
            return (try? open.write(bytes, to: Self.file)) != nil
        }

        func remove() { unlink((folder as NSString).appendingPathComponent(Self.file)) }
    }
}
