import Screen

extension RoomLayout {
    /// Where everything stands in a room.
    ///
    /// - Parameters:
    ///   - focus: The pane in front.
    ///   - rows: Rows that a pane would fill in so many columns. How many the notes need is known once their width is.
    init(of room: Model, size: Size, focus: Pane, messageRows: Int = 1, rows: (Pane, _ columns: Int) -> Int) {
        // Also in the presenter view: what stands there may be no longer so.
        let banner = room.banner
        var content = Content(
            focus: focus, zoom: room.zoom, hasVote: room.shownItem?.motions.isEmpty == false,
            isEmpty: room.emptyPanes, bannerRows: banner.map { Banner.lines($0, columns: size.columns).count } ?? 0,
            queueRows: !room.isPresenting && room.meeting.queue.isInUse ? 1 : 0, messageRows: messageRows,
            isBare: room.isOnlyPresenting)
        if !room.isPresenting, let (pane, rect) = RoomLayout(size: size, content: content).growing {
            content.noteRows = rows(pane, rect.columns - 2)
        }
        self.init(size: size, content: content)
    }
}
