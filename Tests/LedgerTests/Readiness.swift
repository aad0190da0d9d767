import Foundation

/// Whether a descriptor is readable at this moment.
func isReadable(_ descriptor: Int32) -> Bool { becomesReadable(descriptor, within: 0) }

/// Waits until a descriptor is readable; the limit is for a test that fails, and is not reached otherwise.
func becomesReadable(_ descriptor: Int32, within milliseconds: Int32 = 20_000) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, milliseconds) == 1
}
