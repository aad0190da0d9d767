import Mustache
import Synchronization

/// Templates that were read already; several threads may ask for them.
final class ParsedTemplates: Sendable {
    private let templates = Mutex<[Templates.Name: MustacheTemplate]>([:])

    subscript(name: Templates.Name) -> MustacheTemplate? {
        get { templates.withLock { $0[name] } }
        set { templates.withLock { $0[name] = newValue } }
    }
}
