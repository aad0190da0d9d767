import Host
import Testing

/// The folder above a path.
@Suite struct PathTests {
    @Test(arguments: [
        ("c", ""), (".", ""), ("", ""), ("notes", ""), ("notes/", ""), ("a/b", "a"), ("a//b/", "a"), ("/a", "/"),
        ("/", "/"), ("//a", "/"), ("/a/b/c.yaml", "/a/b"), ("ä/b", "ä"),
    ])
    func theFolderAboveIsKnown(_ path: String, _ above: String) { #expect(path.folderAbove == above) }
}
