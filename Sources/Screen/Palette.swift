/// The sixteen colours of a base16 scheme, `base00` to `base0F`.
///
/// `base00` is the background, `base01`–`base03` step towards the foreground, `base05` is the text, `base07` the
/// strongest; `base08` to `base0F` are red, orange, yellow, green, cyan, blue, magenta and brown.
public struct Palette: Hashable, Sendable {
    /// 16 colours as 0xRRGGBB.
    public var colors: [UInt32]

    /// Makes a palette of exactly sixteen colours; nil for any other count.
    public init?(_ colors: [UInt32]) {
        guard colors.count == 16 else { return nil }
        self.colors = colors
    }

    /// A palette known to be whole.
    init(builtIn colors: [UInt32]) {
        precondition(colors.count == 16, "a base16 palette has sixteen colours")
        self.colors = colors
    }

    /// Colour number `index`, 0…15.
    public subscript(index: Int) -> Color {
        let value = colors[index]
        return .rgb(UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    }
}
