import Testing

@testable import Screen

@Suite struct ThemeTests {
    private func least(_ theme: Theme) -> Double { theme.name.hasPrefix("contrast") ? 7 : 4.5 }

    @Test(arguments: Theme.builtIn)
    func everythingCanBeRead(theme: Theme) throws {
        for role in Role.allCases {
            for ground in Ground.allCases {
                let face = theme.face(role, on: ground)
                let contrast = try #require(face.foreground.contrast(with: face.background))
                #expect(contrast >= least(theme), "\(theme.name): \(role) on \(ground)")
            }
        }
    }

    @Test(arguments: Theme.builtIn)
    func everythingCanBeReadIn256Colors(theme: Theme) throws {
        for role in Role.allCases {
            for ground in Ground.allCases {
                let face = theme.face(of: Style(role, on: ground), at: .indexed)
                let foreground = try #require(face.foreground.nearest(at: .indexed))
                let background = try #require(face.background.nearest(at: .indexed))
                let contrast = try #require(foreground.contrast(with: background))
                #expect(contrast >= 4.5, "\(theme.name): \(role) on \(ground)")
            }
        }
    }

    @Test(arguments: Theme.builtIn)
    func yesAndNoDiffer(theme: Theme) {
        for ground in Ground.allCases where ground != .banner {
            #expect(theme.face(.yes, on: ground).foreground != theme.face(.no, on: ground).foreground)
            #expect(theme.face(.recorded, on: ground).foreground != theme.face(.pending, on: ground).foreground)
        }
    }

    @Test(arguments: Theme.builtIn, [ColorDepth.none, .eight, .sixteen, .indexed, .direct])
    func whatIsSelectedShows(theme: Theme, depth: ColorDepth) {
        let page = theme.face(of: Style(.text), at: depth)
        let selected = theme.face(of: Style(.text, on: .selected), at: depth)
        #expect(page != selected)
    }

    @Test func withoutColorsThereAreNone() {
        for role in Role.allCases {
            let face = Theme.dark.face(of: Style(role, on: .selected), at: .none)
            #expect(face.foreground == .standard && face.background == .standard)
            #expect(face.traits.contains(.reverse))
        }
    }

    @Test func knowsItsNames() {
        #expect(Theme.builtIn(named: "light") == .light)
        #expect(Theme.builtIn(named: "no such") == nil)
        #expect(Set(Theme.builtIn.map(\.name)).count == Theme.builtIn.count)
        #expect(Palette([0]) == nil)
    }

    @Test func contrastIsThatOfTheStandard() throws {
        let black = Color.rgb(0, 0, 0)
        #expect(black.contrast(with: .rgb(255, 255, 255)) == 21)
        let grey = try #require(Color.rgb(0x77, 0x77, 0x77).contrast(with: .rgb(255, 255, 255)))
        #expect(grey > 4.47 && grey < 4.49)
        #expect(black.contrast(with: .standard) == nil)
    }

    @Test func findsTheNearestColor() {
        #expect(Color.rgb(255, 0, 0).nearestIndex(at: .indexed) == 196)
        #expect(Color.rgb(0x80, 0x80, 0x80).nearestIndex(at: .indexed) == 244)
        #expect(Color.rgb(250, 5, 5).nearestIndex(at: .sixteen) == 9)
        #expect(Color.rgb(200, 5, 5).nearestIndex(at: .eight) == 1)
        #expect(Color.rgb(200, 5, 5).nearestIndex(at: .none) == nil)
        #expect(Color.standard.nearestIndex(at: .indexed) == nil)
    }
}
