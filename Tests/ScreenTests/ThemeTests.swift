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
    func theSelectionCanBeSeen(theme: Theme, depth: ColorDepth) {
        let page = theme.face(of: Style(.text), at: depth)
        let selected = theme.face(of: Style(.text, on: .selected), at: depth)
        #expect(page != selected)
    }

    /// Schemes in which the selection looks like the page, or is a middle grey on which neither black nor white reads well.
    static let hardPalettes: [Palette] = [
        [0x000000, 0x000000, 0x000000], [0xFFFFFF, 0xFFFFFF, 0xFFFFFF], [0x777777, 0x777777, 0x777777],
        [0x808080, 0x7F7F7F, 0x7E7E7E], [0xFDF6E3, 0xEEE8D5, 0xFDF6E3], [0x282828, 0x3C3836, 0x3C3836],
    ].map { Palette(builtIn: $0 + Array(repeating: $0[0], count: 13)) }

    @Test(arguments: hardPalettes, [4.5, 7])
    func everySchemeCanBeReadAndItsSelectionSeen(palette: Palette, contrast: Double) throws {
        let theme = Theme(name: "hard", palette: palette, contrast: contrast)
        for role in Role.allCases {
            for ground in Ground.allCases {
                let face = theme.face(role, on: ground)
                #expect(
                    try #require(face.foreground.contrast(with: face.background)) >= contrast, "\(role) on \(ground)")
            }
        }
        let selected = theme.face(.text, on: .selected).background
        for ground in [Ground.page, .dialog] {
            let other = theme.face(.text, on: ground).background
            #expect(try #require(selected.contrast(with: other)) >= 1.3, "on \(ground)")
        }
    }

    @Test(arguments: Theme.builtIn, [ColorDepth.eight, .sixteen, .indexed, .direct])
    func yesAndNoAreNeverTheSameColor(theme: Theme, depth: ColorDepth) {
        func color(_ role: Role) -> Int? { theme.face(of: Style(role), at: depth).foreground.nearestIndex(at: depth) }
        #expect(color(.yes) != color(.no))
    }

    /// With eight colours the light green of a yes does not become the yellow of a tie.
    @Test func yesIsGreenWithFewColors() {
        func color(_ role: Role) -> Int? {
            Theme.dark.face(of: Style(role), at: .eight).foreground.nearestIndex(at: .eight)
        }
        #expect(color(.yes) == 2 && color(.no) == 1 && color(.tied) == 3)
    }

    /// With few colours, text can be read on the terminal's own background, which is dark or light as the theme is.
    @Test(arguments: Theme.builtIn, [ColorDepth.eight, .sixteen])
    func fewColorsStandOffTheGround(theme: Theme, depth: ColorDepth) throws {
        let ground = theme.face(.text, on: .page).background.opposite.opposite
        // A role without a colour here is drawn in the terminal's own.
        let colored = Role.allCases.compactMap { role in
            theme.face(of: Style(role), at: depth).foreground.nearest(at: depth).map { (role, $0) }
        }
        #expect(colored.count >= 10)
        for (role, shown) in colored { #expect(try #require(shown.contrast(with: ground)) >= 3, "\(role)") }
    }

    @Test func aHueStaysOne() {
        #expect(Color.rgb(0x2E, 0x6B, 0x2A).nearestIndex(at: .indexed) == 22)
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
        #expect(Theme.builtIn.map(\.name) == Theme.builtInNames)
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
