import CNcurses
import Screen

/// The attributes and the colour pair of ncurses for each style. Each is worked out once.
struct StyleTable {
    /// How one style is drawn.
    struct Look {
        var attributes: UInt32
        var pair: Int32
    }

    let depth: ColorDepth
    private var theme: Theme
    private var looks: [Look?]
    private var pairs: [UInt64: Int32] = [:]

    init(theme: Theme, depth: ColorDepth) {
        self.theme = theme
        self.depth = depth
        looks = StyleTable.noLooks
    }

    /// Draws in another theme from now on.
    mutating func use(_ theme: Theme) {
        self.theme = theme
        looks = StyleTable.noLooks
    }

    /// How a style is drawn.
    mutating func look(of style: Style) -> Look {
        let index = index(of: style)
        if let look = looks[index] { return look }
        let face = theme.face(of: style, at: depth)
        let (foreground, background) = colors(of: face)
        let look = Look(attributes: attributes(of: face.traits), pair: pair(foreground, background))
        looks[index] = look
        return look
    }

    /// The style of a line that somebody types.
    static let typed = Style(.text, on: .input)

    /// Gives typed lines ncurses' pair 0, the colours in which it leaves the terminal, or a pair of their own again.
    ///
    /// - Returns: The colours that pair 0 has then; −1 is the terminal's own.
    mutating func rest(inTyped isOn: Bool) -> (foreground: Int32, background: Int32) {
        let index = index(of: Self.typed)
        looks[index] = nil
        guard isOn else { return (-1, -1) }
        let face = theme.face(of: Self.typed, at: depth)
        looks[index] = Look(attributes: attributes(of: face.traits), pair: 0)
        return colors(of: face)
    }

    private func index(of style: Style) -> Int {
        (Int(style.role.rawValue) * Ground.allCases.count + Int(style.ground.rawValue)) << 5
            | Int(style.traits.rawValue & 31)
    }

    private func colors(of face: Face) -> (foreground: Int32, background: Int32) {
        (number(of: face.foreground), number(of: face.background))
    }

    private static let noLooks: [Look?] = Array(
        repeating: nil, count: Role.allCases.count * Ground.allCases.count << 5)

    private func attributes(of traits: Traits) -> UInt32 {
        var attributes: UInt32 = 0
        if traits.contains(.bold) { attributes |= screen_bold() }
        if traits.contains(.italic) { attributes |= screen_italic() }
        if traits.contains(.underline) { attributes |= screen_underline() }
        if traits.contains(.reverse) { attributes |= screen_reverse() }
        if traits.contains(.strike) { attributes |= screen_dim() }
        return attributes
    }

    /// The colour's number in ncurses; −1 is the terminal's own.
    private func number(of color: Color) -> Int32 {
        if depth == .direct, case .rgb(let red, let green, let blue) = color {
            // The eight lowest numbers are the ANSI colours even here.
            return max(8, Int32(red) << 16 | Int32(green) << 8 | Int32(blue))
        }
        return Int32(color.nearestIndex(at: depth) ?? -1)
    }

    /// The pair of two colours, allocated if it is new; the terminal's own pair if there are no more.
    private mutating func pair(_ foreground: Int32, _ background: Int32) -> Int32 {
        guard depth != .none && (foreground >= 0 || background >= 0) else { return 0 }
        let key = UInt64(UInt32(bitPattern: foreground)) << 32 | UInt64(UInt32(bitPattern: background))
        if let pair = pairs[key] { return pair }
        let next = Int32(pairs.count + 1)
        guard next < screen_color_pairs(), init_extended_pair(next, foreground, background) == OK else { return 0 }
        pairs[key] = next
        return next
    }
}
