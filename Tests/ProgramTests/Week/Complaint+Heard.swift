@testable import mlreview

/// The words with which the program refuses to do something.
func complaint(_ body: () throws -> Void) -> String {
    do {
        try body()
        return "nothing was wrong"
    } catch {
        return Complaint(error).description
    }
}
