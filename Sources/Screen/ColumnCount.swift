import Glibc

/// The C library's table of how many columns a scalar takes: the table that ncurses counts with.
enum ColumnCount {
    /// Columns of a scalar: 0, 1 or 2; -1 if it can't be printed.
    static func of(_ scalar: UInt32) -> Int {
        Int(function(Int32(bitPattern: scalar)))
    }

    /// Makes sure that the locale's character type is set.
    static func prepare() { _ = function }

    /// `wcwidth`, looked up because Swift's Glibc module leaves out `<wchar.h>`.
    ///
    /// It answers for the locale, whose character type is set here once: the user's if that is UTF-8, else `C.UTF-8`.
    private static let function: @convention(c) (Int32) -> Int32 = {
        setlocale(LC_CTYPE, "")
        if nl_langinfo(nl_item(CODESET)).map({ String(cString: $0) }) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
        guard let symbol = dlsym(nil, "wcwidth") else { return { _ in -1 } }
        return unsafeBitCast(symbol, to: (@convention(c) (Int32) -> Int32).self)
    }()
}
