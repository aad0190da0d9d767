/// How many colours a terminal shows.
public enum ColorDepth: Int, CaseIterable, Comparable, Sendable {
    /// No colours, or none wanted: only traits tell things apart.
    case none = 0
    case eight = 8
    case sixteen = 16
    case indexed = 256
    /// 24 bits.
    case direct = 16_777_216

    public static func < (left: ColorDepth, right: ColorDepth) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension Color {
    /// The number of the terminal's nearest colour; nil for the terminal's own colour, and if it has no colours.
    ///
    /// Of 256 colours the first sixteen are left out, because users choose how those look.
    public func nearestIndex(at depth: ColorDepth) -> Int? {
        guard case .rgb(let red, let green, let blue) = self else { return nil }
        switch depth {
        case .none: return nil
        case .eight: return Color.nearest(red, green, blue, among: Color.ansi.prefix(8), from: 0)
        case .sixteen: return Color.nearest(red, green, blue, among: Color.ansi[...], from: 0)
        case .indexed, .direct:
            // A hue stays a hue. The nearest of so few colours is often a grey, which says nothing.
            let spread = Int(max(red, green, blue)) - Int(min(red, green, blue))
            guard spread < 40 else {
                return Color.hues[Color.nearest(red, green, blue, among: Color.hueColors, from: 0)]
            }
            return Color.nearest(red, green, blue, among: Color.cube[...], from: 16)
        }
    }

    /// The colour that a terminal of that depth shows for this one; nil for the terminal's own colour.
    public func nearest(at depth: ColorDepth) -> Color? {
        guard let index = nearestIndex(at: depth) else { return nil }
        if depth == .direct { return self }
        return Color(hex: depth == .indexed ? Color.cube[index - 16] : Color.ansi[index])
    }

    /// The nearest of a few colours that can be read on the terminal's own background.
    ///
    /// Of that background no more is known than whether it is dark or light. Black, white, greys and hues that the
    /// terminal lacks are shown in its own text colour, which is sure to be readable.
    func legible(at depth: ColorDepth, onDark isDark: Bool) -> Color {
        guard case .rgb(let red, let green, let blue) = self else { return self }
        let spread = Int(max(red, green, blue)) - Int(min(red, green, blue))
        guard spread >= 24 else { return .standard }
        let ground = Color(hex: isDark ? 0x000000 : 0xFFFFFF)
        let usable = Color.ansi.prefix(depth == .eight ? 8 : 16).enumerated().filter { index, hex in
            ![0, 7, 8, 15].contains(index) && (Color(hex: hex).contrast(with: ground) ?? 0) >= 3
                && Color(hex: hex).hueDistance(to: self) < 50
        }
        guard !usable.isEmpty else { return .standard }
        // A light green is nearer to yellow than to the only green, and yet should stay green.
        let ofItsHue = usable.filter { Color(hex: $0.element).hueDistance(to: self) < 20 }
        let chosen = (ofItsHue.isEmpty ? usable : ofItsHue).map(\.element)
        return Color(hex: chosen[Color.nearest(red, green, blue, among: chosen[...], from: 0)])
    }

    private static func nearest(
        _ red: UInt8, _ green: UInt8, _ blue: UInt8, among colors: ArraySlice<UInt32>, from first: Int
    ) -> Int {
        var best = 0
        var least = Int.max
        for (offset, color) in colors.enumerated() {
            let redStep = Int(red) - Int(color >> 16 & 0xFF)
            let greenStep = Int(green) - Int(color >> 8 & 0xFF)
            let blueStep = Int(blue) - Int(color & 0xFF)
            // Weights like those of the eye: cheap, and good enough to choose among a few.
            let distance = 3 * redStep * redStep + 6 * greenStep * greenStep + 2 * blueStep * blueStep
            if distance < least {
                least = distance
                best = offset
            }
        }
        return first + best
    }

    /// The numbers of the 256 colours that are not grey, and below the colours themselves.
    private static let hues: [Int] = cube.indices.filter { index in
        let color = cube[index]
        return color >> 16 & 0xFF != color >> 8 & 0xFF || color >> 8 & 0xFF != color & 0xFF
    }.map { $0 + 16 }
    private static let hueColors: ArraySlice<UInt32> = hues.map { cube[$0 - 16] }[...]

    /// The sixteen colours of xterm.
    private static let ansi: [UInt32] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]

    /// Colours 16 to 255 of xterm: a cube of six steps a side, then 24 greys.
    private static let cube: [UInt32] = {
        let steps: [UInt32] = [0, 95, 135, 175, 215, 255]
        var colors: [UInt32] = []
        for red in steps {
            for green in steps {
                for blue in steps { colors.append(red << 16 | green << 8 | blue) }
            }
        }
        for grey in 0..<24 {
            let level = UInt32(8 + 10 * grey)
            colors.append(level << 16 | level << 8 | level)
        }
        return colors
    }()
}
