import Council
import Testing

/// People stand in files with or without an address.
@Suite struct AddressTests {
    @Test(arguments: [
        ("Lena Ortiz <lena@example.com>", "Lena Ortiz", "lena@example.com"),
        ("lena@example.com", "lena@example.com", "lena@example.com"),
        ("<lena@example.com>", "lena@example.com", "lena@example.com"),
    ])
    func anAddressIsFound(text: String, name: String, address: String) {
        #expect(NamedAddress(text).name == name)
        #expect(NamedAddress(text).address == address)
    }

    @Test func aNameAloneHasNone() {
        #expect(NamedAddress("Lena Ortiz").address == nil)
        #expect(NamedAddress("Lena <>").address == nil)
        #expect(NamedAddress("Lena @ work").address == nil)
    }

    @Test func anAmendmentOfTheTeamKeepsAddressesAndTakesNewOnes() throws {
        var proposal = Proposal(
            id: "p", title: "P", team: [TeamMember(name: "Sam", role: .engineer, email: "sam@example.com")])
        try proposal.amend(.team, to: "Sam, data-scientist; Kim <kim@example.com>, engineer; Bo")
        #expect(
            proposal.team == [
                TeamMember(name: "Sam", role: .dataScientist, email: "sam@example.com"),
                TeamMember(name: "Kim", role: .engineer, email: "kim@example.com"), TeamMember(name: "Bo"),
            ])
        #expect(proposal.value(of: .team) == "Sam, data-scientist; Kim, engineer; Bo")
    }

    @Test func whoSpokeInPrivateIsNoGap() throws {
        var review = try Review("simple of cast", present: 4)
        try review.ask(.note(speaker: Handle("raj"), kind: .private, text: "a secret"))
        #expect(!review.meeting.gaps.contains { $0.kind == .unknownSpeaker })
        try review.ask(.note(speaker: Handle("raj"), kind: .plain, text: "said aloud"))
        #expect(review.meeting.gaps.contains { $0.kind == .unknownSpeaker })
    }
}
