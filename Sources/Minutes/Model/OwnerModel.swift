/// What one person has to do.
struct OwnerModel {
    /// Nil for the actions that nobody owns.
    let name: String?
    let actions: [ActionModel]
}

/// Something to be done.
struct ActionModel {
    let number: Int
    let text: String
    let due: Day?
    let isDone: Bool
    let item: ItemReference?
}

/// An item of the agenda by number and title.
struct ItemReference {
    let number: Int
    let anchor: String
    let title: String
}
