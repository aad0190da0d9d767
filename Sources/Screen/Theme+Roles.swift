extension Role {
    /// The number of the palette colour that the role usually has.
    var paletteIndex: Int {
        switch self {
        case .text, .strong, .emphasis: 5
        case .muted, .quote, .abstain, .border: 4
        case .title, .label, .key, .recuse: 13
        case .heading, .cursor: 10
        case .accent, .code, .link: 12
        case .yes, .recorded, .timeGood, .added: 11
        case .no, .error, .timeOver, .removed: 8
        case .tied, .warning, .pending: 9
        case .concern: 9
        case .privateNote: 14
        }
    }

    /// Traits that the role has in every theme, so that it shows without colours too.
    var traits: Traits {
        switch self {
        case .title, .heading, .key, .strong, .yes, .no, .tied, .warning, .cursor: .bold
        case .error: .bold
        case .timeOver: [.bold, .underline]
        case .emphasis, .quote, .privateNote: .italic
        case .link: .underline
        case .removed: .strike
        default: []
        }
    }
}

extension Ground {
    /// The ground's colour, moved far enough from the middle for text of that contrast to exist on it.
    func background(in palette: Palette, contrast: Double) -> Color {
        let wanted =
            switch self {
            case .page: palette[0]
            case .bar: palette[1]
            case .selected: palette[2]
            case .dialog: palette[0].mixed(with: palette[1], 0.5)
            case .input: palette[1].mixed(with: palette[2], 0.25)
            case .banner: palette[10]
            }
        let white = Color.rgb(255, 255, 255)
        let black = Color.rgb(0, 0, 0)
        let lighter = (wanted.contrast(with: white) ?? 0) > (wanted.contrast(with: black) ?? 0)
        let (text, away) = lighter ? (white, black) : (black, white)
        return wanted.moved(towards: away) { ($0.contrast(with: text) ?? contrast) >= contrast }
    }

    /// Traits that tell the ground apart where there are no colours.
    var colorlessTraits: Traits {
        switch self {
        case .page, .dialog: []
        case .bar, .selected: .reverse
        case .input: .underline
        case .banner: [.reverse, .bold]
        }
    }
}

extension Color {
    /// The nearest colour towards black or white that can be read on a background.
    func readable(on background: Color, contrast: Double) -> Color {
        let white = Color.rgb(255, 255, 255)
        let black = Color.rgb(0, 0, 0)
        let lighter = (background.contrast(with: white) ?? 0) > (background.contrast(with: black) ?? 0)
        return moved(towards: lighter ? white : black) { ($0.contrast(with: background) ?? contrast) >= contrast }
    }

    /// Mixed with another colour in small steps until `suffices`.
    func moved(towards other: Color, until suffices: (Color) -> Bool) -> Color {
        for step in 0..<32 {
            let mixed = mixed(with: other, Double(step) / 32)
            if suffices(mixed) { return mixed }
        }
        return other
    }
}
