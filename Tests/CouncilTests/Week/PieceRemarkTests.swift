import Testing

@testable import Council

/// What `check` says of names that proposals use, if the platform has the parts `feature-store` (aka `features`),
/// `orders`, `orders-2025`, `old` (retired, aka `older`) and `gone` (retired, Wen's).
@Suite struct PieceRemarkTests {
    private static let platform = [
        "platform feature-store live aka features", "platform orders live kind data",
        "platform orders-2025 live kind data", "platform old retired aka older", "platform gone retired by Wen",
    ]

    @Test(arguments: [
        (["a Search uses feature_store, Features data orders, weather"], []),
        (
            ["a Search uses feature-stroe"],
            ["a platform 0: platform.yaml has no `feature-stroe`; did you mean `feature-store`?"]
        ),
        (["a Search uses x, fetures"], ["a platform 1: platform.yaml has no `fetures`; did you mean `features`?"]),
        (["a Search data order"], ["a data 0: platform.yaml has no `order`; did you mean `orders`?"]),
        (["a Search offers Order_s2"], []),
        // Two letters of six, and a year of its own: these are other names.
        (["a Search data offers, orders-2026"], []),
        // Two proposals agree on it.
        (["a Search data order", "b Fraud data order"], []),
        (["a Search uses old"], ["a platform 0: `old` is retired; name what takes its place"]),
        (["a Search uses Gone"], ["a platform 0: `Gone` is retired; ask Wen what takes its place"]),
        (
            ["a Search data older", "b Fraud offers OLDER"],
            [
                "a data 0: `older`, another name of `old`, is retired; name what takes its place",
                "b reuse 0: `OLDER`, another name of `old`, is retired; name what takes its place",
            ]
        ),
        (["a Search uses old; 25 Nov revise"], ["a platform 0: `old` is retired; name what takes its place"]),
        (["a Search uses old, order; 25 Nov approve", "b Search uses old; 25 Nov reject"], []),
    ])
    func arePointedOut(lines: [String], remarks: [String]) {
        let library = RegisterStory(lines: lines + Self.platform).library
        #expect(library.pieceRemarks(on: .of("1 Dec")).map(\.told) == remarks)
    }

    @Test func withoutAPlatformNothingIsSaid() {
        #expect(RegisterStory(lines: ["a Search uses old, order"]).library.pieceRemarks(on: .of("1 Dec")) == [])
    }
}
