import Foundation
import Testing

@testable import mlreview

/// The README's picture.
@Suite struct PictureTests {
    @Test func thePictureIsWhatTheProgramDraws() throws {
        let root = ThemeShelfTests.root
        let kept = try String(contentsOf: root.appending(path: ScreenPicture.path), encoding: .utf8)
        let drawn = try ScreenPicture.svg(of: root.path)
        #expect(kept == drawn, "stale: `swift run mlreview picture` draws it anew, then look at it")
    }

    @Test func thePictureShowsAVote() throws {
        let drawn = try ScreenPicture.svg(of: ThemeShelfTests.root.path)
        for text in ["AGENDA", "PROPOSAL", "NOTES", "VOTES", "✓ YES", "recused", "would"] {
            #expect(drawn.contains(text), "\(text)")
        }
    }
}
