import Council

/// A data source, a part of the platform or a reusable piece, as pages and mails show it.
struct PieceModel {
    let name: String
    /// `data`, `platform` or `reuse`.
    let kind: String
    /// `live`, `planned` or `retired`; nil if platform.yaml does not have it.
    let state: String?
    let owner: String?
    let note: String?
    /// Other names and spellings of it.
    let aka: [String]
    /// The pods that use it.
    let pods: [PodModel]
    /// The proposals that offer it.
    let offers: [UseModel]
}

/// The proposals of a pod that use a piece.
struct PodModel {
    /// Nil for proposals that name no pod.
    let name: String?
    let uses: [UseModel]
}

/// A proposal that uses or offers a piece.
struct UseModel {
    let proposal: String
    let title: String
    let pod: String?
    let stage: String
}

/// Some pieces under a heading.
struct PieceListModel {
    let anchor: String
    let title: String
    /// What puts a piece on the list; nil if its title says it.
    let meaning: String?
    let count: Int
    let pieces: [PieceModel]

    init(anchor: String, title: String, meaning: String?, pieces: [PieceModel]) {
        (self.anchor, self.title, self.meaning, self.pieces) = (anchor, title, meaning, pieces)
        count = pieces.count
    }
}

extension PieceModel {
    init(_ piece: Register.Piece) {
        self.init(
            name: piece.name, kind: piece.kind.rawValue, state: piece.state?.rawValue, owner: piece.owner,
            note: piece.note, aka: piece.aka,
            pods: piece.usesByPod.map { PodModel(name: $0.pod, uses: $0.uses.map { UseModel($0) }) },
            offers: piece.offers.map { UseModel($0) })
    }
}

extension UseModel {
    init(_ use: Register.Use) {
        self.init(proposal: use.proposal, title: use.title, pod: use.pod, stage: use.stage)
    }
}

extension PieceListModel {
    init(_ list: Register.List, of register: Register) { self.init(list, register[list]) }

    init(_ list: Register.List, _ pieces: [Register.Piece]) {
        let anchor =
            switch list {
            case .askedFor: "asked-for"
            case .builtTwice: "built-twice"
            case .unused: "unused"
            }
        self.init(
            anchor: anchor, title: list.title, meaning: list.meaning, pieces: pieces.map { PieceModel($0) })
    }

    /// All pieces of a kind.
    init(_ kind: PlatformPart.Kind, of register: Register) {
        self.init(
            anchor: kind.rawValue, title: kind.title, meaning: nil,
            pieces: register.pieces.filter { $0.kind == kind }.map { PieceModel($0) })
    }
}
