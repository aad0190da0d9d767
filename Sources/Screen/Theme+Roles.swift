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

extension Style {
    /// Whether a blank in it shows more than its ground, such as a line under it.
    public var isSeenOnBlanks: Bool {
        !role.traits.union(traits).isDisjoint(with: [.underline, .reverse, .strike])
    }
}

extension Ground {
    /// The colours of all grounds, in their order.
    ///
    /// Each is moved far enough from the middle for text of that contrast to exist on it; and what is selected far
    /// enough from what it lies on to be seen, which not every scheme sees to.
    static func backgrounds(in palette: Palette, contrast: Double) -> [Color] {
        let plain = Ground.allCases.map { $0.wanted(in: palette).withRoomForText(contrast: contrast) }
        func suffices(_ color: Color) -> Bool {
            (color.contrast(with: color.opposite) ?? 21) >= contrast
                && [Ground.page, .dialog].allSatisfy {
                    (color.contrast(with: plain[Int($0.rawValue)]) ?? 21) >= leastContrastOfSelection
                }
        }
        let page = plain[Int(Ground.page.rawValue)]
        let wanted = Ground.selected.wanted(in: palette)
        let towardsText = wanted.moved(towards: page.opposite, until: suffices)
        // Where text needs nearly all the contrast there is, only the other side of the page has room.
        let selected =
            suffices(towardsText) ? towardsText : page.moved(towards: page.opposite.opposite, until: suffices)
        return Ground.allCases.map { $0 == .selected ? selected : plain[Int($0.rawValue)] }
    }

    /// Between what is selected and what is not; text has to be read, a patch only to be seen.
    static let leastContrastOfSelection = 1.35

    private func wanted(in palette: Palette) -> Color {
        switch self {
        case .page: palette[0]
        case .bar, .dialog: palette[1]
        case .selected: palette[2]
        case .input: palette[1].mixed(with: palette[2], 0.6)
        case .banner: palette[10]
        }
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
    /// Black or white, whichever is further away.
    var opposite: Color {
        let white = Color.rgb(255, 255, 255)
        let black = Color.rgb(0, 0, 0)
        return (contrast(with: white) ?? 0) > (contrast(with: black) ?? 0) ? white : black
    }

    /// The nearest colour, away from that of text, on which text can have that contrast.
    func withRoomForText(contrast: Double) -> Color {
        let text = opposite
        return moved(towards: text.opposite) { ($0.contrast(with: text) ?? contrast) >= contrast }
    }

    /// The nearest colour towards black or white that can be read on a background.
    func readable(on background: Color, contrast: Double) -> Color {
        moved(towards: background.opposite) { ($0.contrast(with: background) ?? contrast) >= contrast }
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
