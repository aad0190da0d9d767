/// How each role looks on each ground.
public struct Theme: Hashable, Sendable {
    public var name: String
    /// Every role on every ground, `role.rawValue * Ground.allCases.count + ground.rawValue`.
    private var faces: [Face]

    /// Colours from a base16 palette.
    ///
    /// Every foreground is moved towards black or white as far as it takes to reach the contrast on its ground.
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
