import Glibc

/// A colour on the screen.
public enum Color: Hashable, Sendable {
    /// The terminal's own colour.
    case standard
    /// Red, green and blue, 0…255 each, in sRGB.
    case rgb(UInt8, UInt8, UInt8)

    /// From 0xRRGGBB.
    init(hex: UInt32) {
        self = .rgb(UInt8(hex >> 16 & 0xFF), UInt8(hex >> 8 & 0xFF), UInt8(hex & 0xFF))
    }

    /// The relative luminance of WCAG 2, 0…1; nil for the terminal's own colour, which is unknown.
    public var luminance: Double? {
        guard case .rgb(let red, let green, let blue) = self else { return nil }
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The contrast ratio of WCAG 2 between two colours, 1…21; nil if either is the terminal's own.
    public func contrast(with other: Color) -> Double? {
        guard let mine = luminance, let theirs = other.luminance else { return nil }
        return (max(mine, theirs) + 0.05) / (min(mine, theirs) + 0.05)
    }

    /// How far two hues are apart on their circle, 0…180 degrees; greys have none and are taken for red.
    func hueDistance(to other: Color) -> Double {
        let distance = abs(hue - other.hue)
        return min(distance, 360 - distance)
    }

    /// 0…360 degrees: red, then green at 120 and blue at 240.
    private var hue: Double {
        guard case .rgb(let red, let green, let blue) = self else { return 0 }
        let most = max(red, green, blue)
        let spread = Double(most - min(red, green, blue))
        guard spread > 0 else { return 0 }
        func step(_ from: UInt8, _ upTo: UInt8) -> Double { (Double(from) - Double(upTo)) / spread }
        if most == red { return (step(green, blue) * 60 + 360).truncatingRemainder(dividingBy: 360) }
        return most == green ? 120 + step(blue, red) * 60 : 240 + step(red, green) * 60
    }

    /// Mixed with another colour: 0 is this one, 1 the other.
    public func mixed(with other: Color, _ part: Double) -> Color {
        guard case .rgb(let red, let green, let blue) = self, case .rgb(let red2, let green2, let blue2) = other
        else { return self }
        func mix(_ from: UInt8, _ upTo: UInt8) -> UInt8 {
            UInt8((Double(from) + (Double(upTo) - Double(from)) * min(1, max(0, part))).rounded())
        }
        return .rgb(mix(red, red2), mix(green, green2), mix(blue, blue2))
    }

    /// Black or white, whichever is further away.
    var opposite: Color {
        let white = Color.rgb(255, 255, 255)
        let black = Color.rgb(0, 0, 0)
        return (contrast(with: white) ?? 0) > (contrast(with: black) ?? 0) ? white : black
    }

    /// The nearest colour on which black or white text has that contrast.
    func withRoomForText(contrast: Double) -> Color {
        let text = opposite
        return moved(towards: text.opposite) { ($0.contrast(with: text) ?? contrast) >= contrast }
    }

    /// The nearest colour towards black or white that can be read on a background.
    func readable(on background: Color, contrast: Double) -> Color {
        moved(towards: background.opposite) { ($0.contrast(with: background) ?? contrast) >= contrast }
    }

    /// Mixes in more and more of another colour until the result suffices.
    func moved(towards other: Color, until suffices: (Color) -> Bool) -> Color {
        for step in 0..<32 {
            let mixed = mixed(with: other, Double(step) / 32)
            if suffices(mixed) { return mixed }
        }
        return other
    }
}
