import Host
import Testing

@Suite struct DatabaseAddressTests {
    @Test(arguments: ["postgresql:///council", "postgres://bo@db.example.com:5433/council?sslmode=verify-full"])
    func anAddressIsTakenAsItIsWritten(text: String) throws {
        #expect(DatabaseAddress.isMeant(by: text))
        #expect(try DatabaseAddress(text).text == text)
    }

    @Test(arguments: [
        "postgresql://bo:secret@db/council", "postgresql://bo:@db/council", "postgresql://b:se/cret@db/council",
        "postgresql:///council?user=bo&password=secret", "postgresql:///council?pass%77ord=secret",
        "postgresql:///council?sslpassword=secret",
    ])
    func aPasswordIsRefusedAndNotRepeated(text: String) {
        let error = #expect(throws: DatabaseAddress.Fault.self) { try DatabaseAddress(text) }
        #expect(error?.sentence.contains("~/.pgpass") == true)
        #expect(error?.sentence.contains("secret") == false)
    }

    @Test(arguments: [
        "postgresql:council", "postgresql:/council", "postgresql:// /council", "council",
        "postgresql://db\u{2028}/council", "postgresql://db/coun\u{202E}cil", "postgresql://db/coun\u{A0}cil",
    ])
    func anythingElseIsNoAddress(text: String) {
        let error = #expect(throws: DatabaseAddress.Fault.self) { try DatabaseAddress(text) }
        #expect(error?.sentence.contains("postgresql://HOST/NAME") == true)
    }

    @Test func aFolderIsNoAddress() { #expect(!DatabaseAddress.isMeant(by: "./postgresql")) }
}
