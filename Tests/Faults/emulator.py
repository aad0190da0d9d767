"""A small terminal emulator: what a program wrote to an xterm, as rows of text and as the modes it left behind."""

import codecs
import re
import unicodedata

TOKEN = re.compile(
    r"\x1b\[([<=>?]?)([0-9;:]*)[ -/]*([@-~])"  # CSI: prefix, parameters, final
    r"|\x1b([\]PX^_])(?:[^\x07\x1b]|\x1b(?!\\))*(?:\x07|\x1b\\)"  # strings, such as titles and the clipboard
    r"|\x1b(?![\[\]PX^_])([()*+].|[ -/]*[0-~])"  # other escapes
    r"|([\x00-\x1a\x1c-\x1f\x7f])"
    r"|([^\x00-\x1f\x7f]+)",
    re.S,
)
# What may still grow into a sequence when more bytes come.
UNFINISHED = re.compile(r"\x1b(?:\[[<=>?]?[0-9;:]*[ -/]*|[\]PX^_](?:[^\x07\x1b]|\x1b(?!\\))*\x1b?|[()*+ -/]*)?$", re.S)


class Emulator:
    def __init__(self, columns, rows):
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.pending, self.tail = "", b""
        self.modes = set()  # private modes that are on, such as 25 (the cursor) and 1049 (the alternate screen)
        self.modes.add(25)
        self.keypad = False
        self.last = " "
        self.resize(columns, rows)

    def resize(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.cells = [[" "] * columns for _ in range(rows)]
        self.row = self.column = 0
        self.top, self.bottom = 0, rows - 1

    @property
    def text(self):
        return "\n".join("".join(row).rstrip() for row in self.cells)

    def feed(self, data):
        text = self.pending + self.decoder.decode(data)
        self.pending = ""
        position = 0
        while position < len(text):
            match = TOKEN.match(text, position)
            if not match:
                if text[position] == "\x1b" and UNFINISHED.match(text, position):
                    self.pending = text[position:]
                    return
                position += 1
                continue
            position = match.end()
            prefix, parameters, final, string, escape, control, plain = match.groups()
            if plain:
                for character in plain:
                    self.put(character)
            elif final:
                self.csi(prefix, parameters, final)
            elif control:
                self.control(control)
            elif escape:
                self.escape(escape)

    def follow_modes(self, data):
        """Takes in the modes alone, and leaves the text: a tenth of the work."""
        data = self.tail + data
        for match in re.finditer(rb"\x1b\[\?([0-9;]+)([hl])|\x1b([=>])", data):
            if match[3]:
                self.keypad = match[3] == b"="
            else:
                self.csi("?", match[1].decode(), match[2].decode())
        # A sequence may be cut by the end of what was read; reading one twice does no harm.
        self.tail = data[-16:]

    def put(self, character):
        if unicodedata.combining(character) or character in "\u200d\ufe0e\ufe0f":
            return
        width = 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if self.column + width > self.columns:
            self.column = 0
            self.line_feed()
        row = self.cells[self.row]
        row[self.column] = character
        if width == 2 and self.column + 1 < self.columns:
            row[self.column + 1] = ""
        self.column += width
        self.last = character

    def control(self, character):
        if character == "\r":
            self.column = 0
        elif character == "\n":
            self.line_feed()
        elif character == "\b":
            self.column = max(0, self.column - 1)
        elif character == "\t":
            self.column = min(self.columns - 1, self.column // 8 * 8 + 8)

    def line_feed(self):
        if self.row == self.bottom:
            self.scroll(1)
        else:
            self.row = min(self.rows - 1, self.row + 1)

    def scroll(self, count, top=None):
        top = self.top if top is None else top
        for _ in range(min(abs(count), self.rows)):
            if count > 0:
                del self.cells[top]
                self.cells.insert(self.bottom, [" "] * self.columns)
            else:
                del self.cells[self.bottom]
                self.cells.insert(top, [" "] * self.columns)

    def escape(self, name):
        if name == "=":
            self.keypad = True
        elif name == ">":
            self.keypad = False
        elif name == "M":
            if self.row == self.top:
                self.scroll(-1)
            else:
                self.row = max(0, self.row - 1)
        elif name == "7":
            self.saved = (self.row, self.column)
        elif name == "8":
            self.row, self.column = getattr(self, "saved", (0, 0))

    def csi(self, prefix, parameters, final):
        if ":" in parameters:
            return
        values = [int(value) if value else 0 for value in parameters.split(";")]
        if prefix == "?" and final in "hl":
            for value in values:
                (self.modes.add if final == "h" else self.modes.discard)(value)
            return
        if prefix:
            return
        count = max(1, values[0])
        row = self.cells[self.row] if self.row < self.rows else []
        if final in "Hf":
            self.row = min(self.rows, count) - 1
            self.column = min(self.columns, max(1, values[1] if len(values) > 1 else 1)) - 1
        elif final == "A":
            self.row = max(0, self.row - count)
        elif final in "Be":
            self.row = min(self.rows - 1, self.row + count)
        elif final in "Ca":
            self.column = min(self.columns - 1, self.column + count)
        elif final == "D":
            self.column = max(0, self.column - count)
        elif final in "G`":
            self.column = min(self.columns, count) - 1
        elif final == "d":
            self.row = min(self.rows, count) - 1
        elif final == "X":
            for column in range(self.column, min(self.columns, self.column + count)):
                row[column] = " "
        elif final == "b":
            for _ in range(count):
                self.put(self.last)
        elif final == "P":
            del row[self.column : self.column + count]
            row.extend([" "] * (self.columns - len(row)))
        elif final == "@":
            row[self.column : self.column] = [" "] * count
            del row[self.columns :]
        elif final == "K":
            span = [(self.column, self.columns), (0, self.column + 1), (0, self.columns)][min(2, values[0])]
            for column in range(span[0], min(self.columns, span[1])):
                row[column] = " "
        elif final == "J":
            span = [(self.row + 1, self.rows), (0, self.row), (0, self.rows)][min(2, values[0])]
            for index in range(*span):
                self.cells[index] = [" "] * self.columns
            if values[0] < 2:
                self.csi("", str(values[0]), "K")
        elif final == "L":
            self.scroll(-count, self.row)
        elif final == "M":
            self.scroll(count, self.row)
        elif final == "S":
            self.scroll(count)
        elif final == "T":
            self.scroll(-count)
        elif final == "r":
            self.top = count - 1
            self.bottom = (values[1] if len(values) > 1 and values[1] else self.rows) - 1
            self.row = self.column = 0
