/// One key press, modifiers included.
public enum KeyEvent: Hashable, Sendable {
    /// A printable character.
    case character(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1, F2, …
    case function(Int)
    /// A letter, or one of `@ [ \ ] ^ _`, with Ctrl held; letters in lower case.
    case control(Character)
    case controlUp, controlDown, controlLeft, controlRight, controlHome, controlEnd, controlDelete
    case shiftUp, shiftDown, shiftLeft, shiftRight
    /// Another key with Alt held.
    indirect case alt(KeyEvent)

    /// A character with Alt held.
    public static func alt(_ character: Character) -> KeyEvent { .alt(.character(character)) }
}
