import Council
import Foundation
import Testing

@testable import Live

/// Lines that no honest program sends. Whoever reads them goes on.
@Suite struct FrameTests {
    @Test func aTimeThatIsNoTimeMakesNoFrame() {
        func frame(since: String) -> HostFrame? {
            let line =
                #"{"terminals":{"_0":[{"place":"p","isHost":true,"isPresenter":false,"since":\#(since),"heard":1}]}}"#
            return Live.frame(HostFrame.self, in: Array(line.utf8))
        }
        #expect(frame(since: "786000000.5") != nil)
        #expect(frame(since: "1e300") == nil)
    }

    @Test func anEntryOutOfTimeIsRefused() throws {
        func row(at: String) throws -> Entry? {
            let line = #"{"number":1,"at":\#(at),"kind":"opened","version":1}"#
            return try JSONDecoder().decode(WireEntry.self, from: Data(line.utf8)).entry(ActCoder())
        }
        #expect(try row(at: "1795600000000")?.act == .opened)
        #expect(throws: PayloadFault(reason: "its time is no time")) { try row(at: "9223372036854775807") }
    }
}
