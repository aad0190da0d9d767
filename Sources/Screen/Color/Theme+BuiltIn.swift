extension Theme {
    /// The names of the built-in themes, the default first.
    public static let builtInNames = ["dark", "light", "contrast-dark", "contrast-light", "colorblind"]

    /// The built-in theme of that name.
    public static func builtIn(named name: String) -> Theme? {
        switch name {
        case dark.name: dark
        case light.name: light
        case contrastDark.name: contrastDark
        case contrastLight.name: contrastLight
        case colorblind.name: colorblind
        default: nil
        }
    }

    /// The built-in themes, the default first.
    public static var builtIn: [Theme] { builtInNames.compactMap(builtIn(named:)) }

    public static let dark = Theme(name: "dark", palette: darkPalette)

    public static let light = Theme(name: "light", palette: lightPalette)

    /// White on black, with a contrast of 7 or more everywhere.
    public static let contrastDark = Theme(
        name: "contrast-dark",
        palette: Palette(builtIn: [
            0x000000, 0x1A1A1A, 0x2B2B2B, 0x8A8A8A, 0xC8C8C8, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF,
            0xFF7B7B, 0xFFB454, 0xFFE066, 0x7BE07B, 0x6FE0E0, 0x8CC2FF, 0xE3A6FF, 0xD9B38C,
        ]), contrast: 7)

    /// Black on white, with a contrast of 7 or more everywhere.
    public static let contrastLight = Theme(
        name: "contrast-light",
        palette: Palette(builtIn: [
            0xFFFFFF, 0xEDEDED, 0xD6D6D6, 0x6A6A6A, 0x404040, 0x000000, 0x000000, 0x000000,
            0xA30000, 0x8A3B00, 0x6B4E00, 0x005C00, 0x005A5A, 0x0039A3, 0x6B0080, 0x5C3A1E,
        ]), contrast: 7)

    /// Blue and orange where the others have green and red.
    public static let colorblind = Theme(
        name: "colorblind", palette: darkPalette,
        roles: [
            .yes: 13, .recorded: 13, .timeGood: 13, .added: 13, .title: 5, .label: 12, .key: 12, .recuse: 14,
            .no: 9, .error: 9, .timeOver: 9, .removed: 9, .tied: 10, .warning: 10, .pending: 10, .concern: 10,
        ])

    private static let darkPalette = Palette(builtIn: [
        0x16181D, 0x22262E, 0x333A47, 0x5C6573, 0x9AA3B2, 0xD5DAE3, 0xE6EAF0, 0xF7F9FC,
        0xF0717A, 0xE89B5C, 0xE5C567, 0x8FC77A, 0x66C2C7, 0x79A9F5, 0xC792EA, 0xB58863,
    ])

    private static let lightPalette = Palette(builtIn: [
        0xFBFAF7, 0xEDEBE4, 0xDAD6CB, 0xA29D92, 0x69655D, 0x2B2926, 0x1C1B19, 0x0F0E0D,
        0xB3261E, 0xA4510B, 0x7A5A00, 0x2E6B2A, 0x0B6A70, 0x1F55A8, 0x7A3E9D, 0x6E4A2B,
    ])
}
