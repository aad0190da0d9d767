import Council
import Screen

/// What a dialog held when it was left.
struct LeftForm: Sendable {
    let item: ItemID?
    let fields: [FormField]
}

/// Esc leaves a dialog at once, and a slip of the finger loses nothing: opened again it is as it was left.
extension Model {
    mutating func open(_ layer: any Layer) {
        guard var form = layer as? Form, let left = leftForms[form.title], left.item == meeting.currentID,
            left.fields.count == form.fields.count
        else {
            layers.append(layer)
            return
        }
        form.fields = left.fields
        form.suggest(in: self)
        layers.append(form)
        notice = Notice("as you left it; Ctrl-U clears a line")
    }

    mutating func leave(_ layer: any Layer) {
        guard let form = layer as? Form else { return }
        leftForms[form.title] = form.hasOwnText ? LeftForm(item: meeting.currentID, fields: form.fields) : nil
    }
}
