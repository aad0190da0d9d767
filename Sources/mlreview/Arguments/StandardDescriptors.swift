import Foundation

/// The three descriptors that every program has.
enum StandardDescriptors {
    /// Gives those that whoever started the program has closed something that can be neither read nor written: a file
    /// that is opened later must not be taken for one of them.
    static func fill() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest free number is given, which is this one.
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }
}
