import Foundation

/// The three descriptors that every program has.
enum StandardDescriptors {
    /// Opens those that are closed on `/dev/null`, so that a file that is opened later does not get one of their numbers.
    ///
    /// They are opened the wrong way round: reading standard input and printing fail, as they would if it were closed.
    static func fill() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // The system gives the lowest free number, which is this one.
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }
}
