import Foundation
import Testing

enum PageTags {
    /// Every element with its attributes in order, as Python's parser sees them. Breaks and paragraphs are left out, because
    /// a text of several lines has more of them.
    static func of(_ pages: [String]) throws -> [[String]] {
        let script = """
            import json, sys
            from html.parser import HTMLParser
            class Tags(HTMLParser):
                def __init__(self, page):
                    super().__init__()
                    self.found = []
                    self.feed(page)
                def handle_starttag(self, tag, attributes):
                    if tag not in ("br", "p", "bdi"): self.found.append(f"{tag} {[name for name, _ in attributes]}")
                def handle_comment(self, data): self.found.append("comment " + data)
                def unknown_decl(self, data): self.found.append("declaration " + data)
            print(json.dumps([Tags(page).found for page in json.load(sys.stdin)]))
            """
        let input = try JSONEncoder().encode(pages)
        let found = try Reading.of(String(decoding: input, as: UTF8.self), by: "python3", ["-c", script])
        let tags = try JSONDecoder().decode([[String]].self, from: Data(found.utf8))
        try #require(!pages.isEmpty && tags.count == pages.count, "a test that pairs these would leave some out")
        return tags
    }
}
