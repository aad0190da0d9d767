extension Theme {
    /// The look of a style on a terminal of that many colours, which `Color.nearestIndex(at:)` then numbers.
    ///
    /// With few colours the ground shows by traits, on the terminal's own background. With 256 the foreground is
    /// moved until it can be read in the colours that the terminal really has.
    public func face(of style: Style, at depth: ColorDepth) -> Face {
        var face = face(of: style)
        switch depth {
        case .none:
            return colorlessFace(of: style)
        case .eight, .sixteen:
            if style.role == .text || style.ground == .banner { face.foreground = .standard }
            face.background = .standard
            face.traits.formUnion(style.ground.colorlessTraits)
        case .indexed:
            guard let background = face.background.nearest(at: .indexed) else { return face }
            let isDark = (background.luminance ?? 0) < 0.18
            face.foreground = face.foreground.moved(towards: isDark ? .rgb(255, 255, 255) : .rgb(0, 0, 0)) { color in
                (color.nearest(at: .indexed)?.contrast(with: background) ?? 21) >= 4.5
            }
        case .direct:
            break
        }
        return face
    }
}
