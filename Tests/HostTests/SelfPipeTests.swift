import Foundation
import Testing

@testable import Host

/// Waking a loop, and giving a program its input, without waiting and without leaving anything behind.
@Suite(.timeLimit(.minutes(10))) struct SelfPipeTests {
    private func isRaised(_ pipe: SelfPipe) -> Bool {
        var request = pollfd(fd: pipe.descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, 0) == 1
    }

    /// A pipe holds 65,536 bytes; on a thread of its own, which may wait.
    @Test func raisingAFullPipeDoesNotWaitAndLoweringItOnceIsEnough() async throws {
        let pipe = try SelfPipe()
        #expect(!isRaised(pipe))
        await withCheckedContinuation { done in
            Worker.start {
                for _ in 0..<70_000 { pipe.raise() }
                done.resume()
            }
        }
        #expect(isRaised(pipe))
        pipe.lower()
        #expect(!isRaised(pipe))
    }

    @Test func aFileInMemoryIsGoneWithWhoeverHasIt() throws {
        let file = try MemoryFile(Array("text".utf8))
        var status = stat()
        #expect(fstat(file.descriptor, &status) == 0)
        #expect(status.st_nlink == 0)
        #expect(status.st_size == 4)
    }
}
