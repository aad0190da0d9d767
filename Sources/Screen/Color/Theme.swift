/// How each role looks on each ground.
public struct Theme: Hashable, Sendable {
    public var name: String
    /// Every role on every ground, `role.rawValue * Ground.allCases.count + ground.rawValue`.
    private var faces: [Face]

    /// Colours from a base16 palette.
    ///
    /// Every foreground is moved towards black or white until it has the contrast on its ground.
    ///
    /// - Parameters:
    ///   - contrast: The least WCAG contrast ratio; 4.5 is what WCAG asks of text (AA), 7 its stricter level (AAA).
    ///   - roles: Palette colour numbers, 0…15, for roles that should not have their usual ones.
    public init(name: String, palette: Palette, contrast: Double = 4.5, roles: [Role: Int] = [:]) {
        self.name = name
        faces = []
        faces.reserveCapacity(Role.allCases.count * Ground.allCases.count)
        let backgrounds = Ground.backgrounds(in: palette, contrast: contrast)
        for role in Role.allCases {
            let wanted = palette[roles[role] ?? role.paletteIndex]
            for (ground, background) in zip(Ground.allCases, backgrounds) {
                let own = ground == .banner ? palette[0] : wanted
                faces.append(
                    Face(
                        foreground: own.readable(on: background, contrast: contrast), background: background,
                        traits: role.traits))
            }
        }
    }

    /// The look of a role on a ground.
    public func face(_ role: Role, on ground: Ground) -> Face {
        faces[Int(role.rawValue) * Ground.allCases.count + Int(ground.rawValue)]
    }

    /// The look of a style: its face, with its own traits added.
    public func face(of style: Style) -> Face {
        var face = face(style.role, on: style.ground)
        face.traits.formUnion(style.traits)
        return face
    }

    /// The look of a style without any colours: the ground has to show by traits as well.
    public func colorlessFace(of style: Style) -> Face {
        let traits = style.role.traits.union(style.traits).union(style.ground.colorlessTraits)
        return Face(traits: traits)
    }
}

/// How a style looks in a theme: two colours and traits.
public struct Face: Hashable, Sendable {
    public var foreground: Color
    public var background: Color
    public var traits: Traits

    public init(foreground: Color = .standard, background: Color = .standard, traits: Traits = []) {
        self.foreground = foreground
        self.background = background
        self.traits = traits
    }
}

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
        Color(hex: colors[index])
    }
}

extension Theme {
    /// The look of a style on a terminal with that many colours; `Color.nearestIndex(at:)` gives their numbers.
    ///
    /// With few colours, traits show the ground, on the terminal's own background. With 256 colours, the foreground is
    /// moved until it can be read in the colours that the terminal really has.
    public func face(of style: Style, at depth: ColorDepth) -> Face {
        var face = face(of: style)
        switch depth {
        case .none:
            return colorlessFace(of: style)
        case .eight, .sixteen:
            let page = self.face(.text, on: .page).background
            // On a reversed ground a colour would be a block behind the letters.
            face.foreground =
                style.role == .text || !style.ground.colorlessTraits.isDisjoint(with: .reverse)
                ? .standard : face.foreground.legible(at: depth, onDark: page.opposite == .rgb(255, 255, 255))
            face.background = .standard
            face.traits.formUnion(style.ground.colorlessTraits)
        case .indexed:
            guard let background = face.background.nearest(at: .indexed) else { return face }
            face.foreground = face.foreground.moved(towards: background.opposite) { color in
                (color.nearest(at: .indexed)?.contrast(with: background) ?? 21) >= 4.5
            }
            // With so few greys, the selection may get the same one as the page.
            let page = self.face(.text, on: .page).background.nearest(at: .indexed)
            if style.ground == .selected, page.flatMap({ $0.contrast(with: background) }) ?? 21 < 1.15 {
                face.traits.formSymmetricDifference(.reverse)
            }
        case .direct:
            break
        }
        return face
    }
}
