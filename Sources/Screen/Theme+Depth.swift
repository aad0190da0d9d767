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
            // Among so few greys the one that marks a selection may be the page's own.
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
