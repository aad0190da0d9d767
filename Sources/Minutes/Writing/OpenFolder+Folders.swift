import Foundation

extension OpenFolder {
    /// Makes a folder with files in it, whole or not at all. A folder that is there already stays, unless it is empty, and
    /// is an error.
    public func create(_ files: [(name: String, bytes: Data)], inFolder name: String) throws(MinutesError) {
        for leftover in names {
            guard let draft = DraftFile(named: leftover), draft.target == name, draft.isLeft else { continue }
            discard(leftover)
        }
        let draft = DraftFile(of: name)
        defer { draft.end() }
        do throws(MinutesError) {
            let inner = try folder(draft.name)
            for file in files { try inner.create(file.bytes, as: file.name) }
            try inner.sync()
            guard renameat(descriptor, draft.name, descriptor, name) == 0 else {
                if [EEXIST, ENOTEMPTY, ENOTDIR].contains(errno) {
                    throw MinutesError("\(path)/\(name): it is there already, and stays as it is")
                }
                throw Self.error("\(path)/\(name)", "it can't be put in place")
            }
        } catch {
            discard(draft.name)
            throw error
        }
    }

    /// Removes a folder and the files in it.
    private func discard(_ name: String) {
        guard let inner = try? existingFolder(name) else { return }
        for file in inner.names { unlinkat(inner.descriptor, file, 0) }
        unlinkat(descriptor, name, AT_REMOVEDIR)
    }
}
