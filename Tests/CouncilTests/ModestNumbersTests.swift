import Foundation
import Testing

@testable import Council

/// Which numbers a record may hold.
@Suite struct ModestNumbersTests {
    @Test(arguments: [
        ("{}", true), ("[1,-2,3.25,4e-300]", true), ("9999999999999999", true), ("1795629600000.1234567890123", true),
        ("[1e15]", true), ("99999999999999999", false), ("[-99999999999999999]", false), ("1e16", false),
        ("1E+300", false), ("[0.1e17]", false), ("1e00000000000000000000001", false),
        // Digits in a text are no number.
        (#"{"a":"99999999999999999999","b\"":1}"#, true), (#"["\\",99999999999999999]"#, false), (#"["\"#, true),
    ])
    func aNumberHasAtMostSixteenDigits(json: String, isModest: Bool) {
        #expect(ModestNumbers.fill(Data(json.utf8)) == isModest)
    }
}
