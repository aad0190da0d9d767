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

    /// Traits that the role has in every theme, so that it shows even without colours.
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
    /// Whether a blank in this style shows more than its background, such as an underline.
    public var isSeenOnBlanks: Bool {
        !role.traits.union(traits).isDisjoint(with: [.underline, .reverse, .strike])
    }
}

extension Ground {
    /// The colours of all grounds, in the order of `allCases`.
    ///
    /// Each is moved away from middle grey until text can have that contrast on it. The selection is also moved away
    /// from the page and from dialogs until it can be seen, because in some schemes it is too close to them.
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
        // If text needs nearly all the contrast there is, only the other side of the page has room.
        let selected =
            suffices(towardsText) ? towardsText : page.moved(towards: page.opposite.opposite, until: suffices)
        return Ground.allCases.map { $0 == .selected ? selected : plain[Int($0.rawValue)] }
    }

    /// Between a selection and what surrounds it. It is less than for text, which has to be read and not only seen.
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

    /// Traits that show the ground without colours.
    var colorlessTraits: Traits {
        switch self {
        case .page, .dialog: []
        case .bar, .selected: .reverse
        case .input: .underline
        case .banner: [.reverse, .bold]
        }
    }
}
