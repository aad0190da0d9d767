extension String {
    /// A file's name, without its ending, for an id: each character in it that could lead elsewhere or look like an option
    /// stands there by its code.
    var asFileName: String {
        var name = ""
        for byte in utf8.prefix(80) {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: "-") where !name.isEmpty, UInt8(ascii: ".") where !name.isEmpty:
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default: name += "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return name
    }
}
