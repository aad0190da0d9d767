import Testing

@testable import Council

/// Who uses and offers what, as far as proposals and `platform.yaml` say.
@Suite struct RegisterTests {
    struct Row: CustomTestStringConvertible {
        let story: RegisterStory
        var missing: [String]
        var twice: [String]
        var unused: [String]
        var testDescription: String { story.testDescription }

        init(_ lines: String..., missing: [String] = [], twice: [String] = [], unused: [String] = []) {
            story = RegisterStory(lines: lines)
            self.missing = missing
            self.twice = twice
            self.unused = unused
        }
    }

    static let askedFor = [
        Row("a Search uses x"),
        Row("a Search uses x", "b Search uses x"),
        Row("a Search uses x", "b – uses x"),
        Row("a Search uses x", "b Fraud uses x", missing: ["x"]),
        Row("a Search data x", "b Fraud uses x", missing: ["x"]),
        Row("a Search uses x data x", "b Search data x"),
        Row("a Search uses x", "b Fraud uses x", "platform x live"),
        Row("a Search uses x", "b Fraud uses x", "platform x planned", missing: ["x"]),
        Row("a Search uses x", "b Fraud uses x", "platform x retired", missing: ["x"]),
        Row("a Search uses x", "b Fraud uses x", "platform y live aka x"),
        Row("a Search uses x", "b Fraud uses y", "platform y planned aka x", missing: ["y"]),
        // Nobody has agreed to build it yet.
        Row("a Search uses x", "b Fraud uses x", "c Maps offers x", missing: ["x"]),
        Row("a Search uses x", "b Fraud uses x", "c Maps offers x; 25 Nov revise", missing: ["x"]),
        Row("a Search uses x", "b Fraud uses x", "c Maps offers x; 25 Nov approve"),
        Row("a Search uses x", "b Fraud uses x; 25 Nov reject"),
        Row("a Search uses x", "b Fraud uses x; 25 Nov withdraw"),
        Row("a Search uses x", "b Fraud uses x; 25 Nov revise", missing: ["x"]),
        Row("a Search uses x", "b Fraud uses x; 25 Nov approve", missing: ["x"]),
        Row("a Search uses x; 25 Nov revise", "b Fraud uses x revises a"),
    ]

    static let builtTwice = [
        Row("a Search offers x", "b Fraud offers x", twice: ["x"], unused: ["x"]),
        Row("a Search offers x", "b Search offers x", twice: ["x"], unused: ["x"]),
        Row("a Search offers x", "b Fraud uses x offers x", twice: ["x"], unused: ["x"]),
        Row("a Search offers x", "b Fraud offers y", "platform x planned aka y", twice: ["x"], unused: ["x"]),
        Row("a Search offers x; 25 Nov reject", "b Fraud offers x", unused: ["x"]),
        // A new version of an approved proposal is no second one.
        Row("a Search offers x; 25 Nov approve", "b Search offers x revises a", unused: ["x"]),
        Row(
            "a Search offers x; 25 Nov approve", "b Search offers x revises a", "c Search offers x revises b",
            unused: ["x"]),
    ]

    static let unused = [
        Row("a Search offers x", unused: ["x"]),
        Row("a Search uses x offers x", unused: ["x"]),
        Row("a Search offers x", "b Search uses x"),
        Row("a Search offers x", "b Search uses x; 25 Nov withdraw", unused: ["x"]),
        Row("platform x live", unused: ["x"]),
        Row("platform x live kind reuse", unused: ["x"]),
        Row("platform x planned"),
        Row("platform x retired"),
        Row("platform x live kind data"),
        Row("platform x live aka y", "a Search uses y"),
    ]

    static let names = [
        Row("a Search uses Feature-Store", "b Fraud uses feature-store", missing: ["Feature-Store"]),
        Row("a Search uses feature_store", "b Fraud uses feature-store", missing: ["feature store"]),
        Row("a Search uses feature‑store", "b Fraud uses FEATURESTORE", missing: ["feature‑store"]),
        Row("a Search uses orders\u{200B}", "b Fraud uses or\u{202E}ders", missing: ["orders\u{200B}"]),
        Row("a Search uses c++", "b Fraud uses c#"),
        Row("a Search uses -", "b Fraud uses -"),
    ]

    @Test(arguments: askedFor + builtTwice + unused + names)
    func theListsFollowFromTheProposals(_ row: Row) {
        let register = row.story.library.register(on: .of("1 Dec"))
        #expect(register.askedFor.map(\.name) == row.missing)
        #expect(register.builtTwice.map(\.name) == row.twice)
        #expect(register.unused.map(\.name) == row.unused)
    }

    /// Each piece with its kind, its state and owner, who uses it by pod and stage, and who offers it.
    @Test func everyPieceHasItsUsers() {
        let register = RegisterStory(lines: [
            "platform feature_store live by Wen aka features", "platform old retired kind reuse",
            "a Search uses features, gpu data orders; 25 Nov approve",
            "b Fraud uses Feature-Store data orders offers y",
            "c – data y, orders", "d Search data orders; 25 Nov reject",
        ]).library.register(on: .of("1 Dec"))
        let told = register.pieces.map { piece in
            let uses = piece.usesByPod.map { pod, uses in
                "\(pod ?? "no pod") " + uses.map { "\($0.proposal) (\($0.stage))" }.joined(separator: " ")
            }
            let offers = piece.offers.isEmpty ? [] : ["offered by \(piece.reuse.joined(separator: " "))"]
            let state = [piece.state?.rawValue, piece.owner].compactMap { $0 }
            let aka = piece.aka.isEmpty ? [] : ["aka \(piece.aka.joined(separator: ", "))"]
            return ([piece.name, piece.kind.rawValue] + state + aka + uses + offers).joined(separator: " | ")
        }
        #expect(
            told == [
                "feature_store | platform | live | Wen | aka Feature-Store, features | Fraud b (leads) | Search a (approved)",
                "gpu | platform | Search a (approved)", "old | reuse | retired",
                "orders | data | Fraud b (leads) | Search a (approved) | no pod c (leads)",
                "y | reuse | no pod c (leads) | offered by b",
            ])
    }
}
