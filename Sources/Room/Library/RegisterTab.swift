import Council
import Screen

extension LibraryTab {
    /// Who uses and who offers which data, platform part and reusable piece.
    static let register = LibraryTab(name: "register", title: "Register") { reading in
        let register = reading.library.register(on: reading.today)
        let standings = standings(in: register)
        let counts = standings.map { "\($0.names.count) \($0.standing)" }
        return LibraryList(
            ([counted(register.pieces.count, "piece")] + counts).joined(separator: " · "),
            nothing: "No proposal names data, platform or reuse", columns: columns,
            rows: register.pieces.map { piece in
                row(of: piece, standings: standings.filter { $0.names.contains(piece.name) }.map(\.standing))
            }, first: "piece",
            sorts: "most used", "state", "most offered")
    } page: { key, reading in
        reading.page(ofPiece: key)
    }

    private static let columns = [
        LibraryColumn("piece", 20...32), LibraryColumn("state", 11...12, rank: 1),
        LibraryColumn("used by", 30...50, isFlexible: true), LibraryColumn("offered by", 14...30, rank: 2),
        LibraryColumn("pods", 12...30, rank: 5),
    ]

    /// What is remarkable about some pieces, in two words for a row.
    fileprivate static func standings(in register: Register) -> [(standing: String, names: Set<String>)] {
        [("asked for", register.askedFor), ("built twice", register.builtTwice), ("unused", register.unused)]
            .map { ($0, Set($1.map(\.name))) }.filter { !$0.1.isEmpty }
    }

    /// - Parameter standings: Empty if nothing about it is remarkable; then its state is what `platform.yaml` says.
    private static func row(of piece: Register.Piece, standings: [String]) -> LibraryRow {
        let users = piece.users
        let state = Span(
            standings.first ?? piece.state?.rawValue ?? "", Style(standings.isEmpty ? .muted : .tied))
        let used = users.isEmpty ? "" : "\(users.count)  \(users.joined(separator: ", "))"
        return LibraryRow(
            piece.name,
            [
                Span(piece.name, Style(.strong)), state, Span(used, .plain),
                Span(piece.reuse.joined(separator: ", "), .plain),
                Span(piece.pods.joined(separator: ", "), Style(.muted)),
            ], words: piece.aka + standings + [piece.owner, piece.note, piece.state?.rawValue],
            order: [
                .number(-users.count),
                .text(state.text.isEmpty ? "\u{10FFFF}" : "\(standings.isEmpty ? 1 : 0) \(state.text)"),
                .number(-piece.reuse.count),
            ])
    }
}

extension LibraryReading {
    /// A piece, and the proposals that use or offer it, each with its stage.
    fileprivate func page(ofPiece name: String) -> DocumentPage? {
        let register = library.register(on: today)
        guard let piece = register.pieces.first(where: { $0.name == name }) else { return nil }
        var lines: [DocumentPage.Line] = [.heading(piece.name)]
        let state = [piece.state?.rawValue, piece.owner.map { "owned by \($0)" }].compactMap { $0 }
        let standings = LibraryTab.standings(in: register).filter { $0.names.contains(name) }.map(\.standing)
        if !standings.isEmpty { lines.append(.text(standings.joined(separator: ", "))) }
        if !state.isEmpty { lines.append(.text(state.joined(separator: ", ") + (piece.note.map { ": \($0)" } ?? ""))) }
        if !piece.aka.isEmpty { lines.append(.text("also called \(listed(piece.aka))")) }
        if !piece.pods.isEmpty { lines.append(.text("pods: \(piece.pods.joined(separator: ", "))")) }
        for (title, ids) in [
            ("Read as data by", piece.data), ("Used as a part of the platform by", piece.platform),
            ("Offered by", piece.reuse),
        ] {
            lines += section(title, ids.flatMap(proposalLines))
        }
        return DocumentPage(name: piece.name, lines: lines)
    }

    private func proposalLines(_ id: String) -> [DocumentPage.Line] {
        let stage = library.stage(of: id, on: today).map { ", \($0.word)" } ?? ""
        let proposal = library.proposal(id)
        let pod = proposal?.pod.map { " (\($0))" } ?? ""
        let leads = proposal.map { listed($0.techLeads.map(\.name)) } ?? ""
        return [.hanging("\(id)\(pod)\(stage): \(proposal?.title ?? "")\(leads.isEmpty ? "" : ", led by \(leads)")", 2)]
    }
}
