import Foundation

/// The ids of the proposals in a folder. Whether one is there is asked of the disk; all names are read only by somebody who
/// has to guess what was meant, since a folder of ten years has ten thousand.
enum ProposalIDs {
    case read(Set<String>)
    case folder(String)

    func contains(_ id: String) -> Bool {
        switch self {
        case .read(let ids): return ids.contains(id)
        case .folder(let folder):
            var status = stat()
            let isName = !id.hasPrefix(".") && !id.utf8.contains { $0 == 0 || $0 == UInt8(ascii: "/") }
            return isName && lstat(Shelf.join(folder, "\(id).md"), &status) == 0
        }
    }

    var sorted: [String] {
        switch self {
        case .read(let ids): ids.sorted()
        case .folder(let folder): (Shelf.proposalIDs(in: folder) ?? []).sorted()
        }
    }
}
