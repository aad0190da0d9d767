import Foundation
import Testing

@testable import mlreview

/// The README's pictures.
@Suite struct PictureTests {
    @Test(arguments: ScreenPicture.allCases)
    func thePictureIsWhatTheProgramDraws(picture: ScreenPicture) throws {
        let root = ThemeShelfTests.root
        let kept = try? String(contentsOf: root.appending(path: picture.path), encoding: .utf8)
        let drawn = try picture.svg(of: root.path)
        #expect(kept == drawn, "stale: `swift run mlreview picture` draws it anew, then look at it")
    }

    @Test(arguments: [
        (ScreenPicture.meeting, ["AGENDA", "PROPOSAL", "NOTES", "VOTES", "✓ YES", "recused", "would"]),
        (.library, ["Pipeline", "Decisions", "prep-time", "ready"]),
    ])
    func thePictureShowsWhatItIsOf(picture: ScreenPicture, texts: [String]) throws {
        let drawn = try picture.svg(of: ThemeShelfTests.root.path)
        for text in texts { #expect(drawn.contains(text), "\(text)") }
    }
}
