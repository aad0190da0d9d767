import Testing

@testable import Screen

@Suite struct SVGTests {
    private func svg(_ text: String, _ style: Style = .plain) -> String {
        var grid = Grid(columns: 12, rows: 1)
        grid.put(text, row: 0, column: 0, style: style)
        return grid.svg(theme: .dark, title: "a <test>")
    }

    @Test func textIsStretchedToItsColumns() {
        let svg = svg("ab  c d")
        #expect(svg.contains("x=\"12\" y=\"26.5\" textLength=\"18\""))
        #expect(svg.contains(">ab</text>"))
        #expect(svg.contains("x=\"48\" y=\"26.5\" textLength=\"27\""))
        #expect(svg.contains(">c d</text>"))
    }

    @Test func nothingInItIsMarkup() {
        let svg = svg("<b> & \"c\"")
        #expect(svg.contains("&lt;b&gt; &amp; &quot;c&quot;"))
        #expect(svg.contains("<title>a &lt;test&gt;</title>"))
    }

    @Test func linesAndBlocksAreShapes() {
        #expect(svg("█").contains("<rect x=\"12\" y=\"12\" width=\"9\" height=\"19\" fill="))
        #expect(svg("▌").contains("width=\"4.5\" height=\"19\""))
        #expect(svg("░").contains("fill-opacity=\"0.25\""))
        #expect(svg("─│┌┐└┘┼▀▄▐▏").contains("<text") == false)
    }

    @Test func aWideGlyphTakesTwoColumns() {
        #expect(svg("寿x").contains("textLength=\"18\""))
        #expect(svg("寿x").contains("x=\"30\""))
    }

    @Test func reversedColorsAreExchanged() {
        let page = Theme.dark.face(.yes, on: .page)
        let svg = svg("y", Style(.yes, on: .page, .reverse))
        #expect(svg.contains("width=\"9\" height=\"19\" fill=\"\(page.foreground.hex)\""))
        #expect(svg.contains("fill=\"\(page.background.hex)\" font-weight=\"bold\">y</text>"))
    }
}
