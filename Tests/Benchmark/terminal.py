"""A program on a terminal of 120 columns and 40 rows, and how long it takes until it answers."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

COLUMNS, ROWS = 120, 40
LETTERS = b"abcdefghijklmnopqrstuvwxyz"


class Terminal:
    """Starts a program, and waits until a word of its first picture has arrived."""

    def __init__(self, command, ready):
        begun = time.perf_counter()
        self.process, self.file = pty.fork()
        if self.process == 0:
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8", LINES=str(ROWS), COLUMNS=str(COLUMNS))
            os.execvp(command[0], command)
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        shown = b""
        while ready.encode() not in shown:
            data = self.read(20)
            if not data:
                raise TimeoutError(f"{command[0]} does not show {ready!r}: {shown[-300:]!r}")
            shown += data
        self.start = time.perf_counter() - begun

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.file)

    def read(self, patience):
        """What arrives first; nothing if nothing does."""
        if not select.select([self.file], [], [], patience)[0]:
            return b""
        try:
            data = os.read(self.file, 1 << 16)
        except OSError:
            return b""
        if b"\x1b[c" in data:  # the program asks what the terminal can do
            os.write(self.file, b"\x1b[?62;22c")
        return data

    def rest(self, quiet):
        """Everything until nothing has come for so many seconds."""
        data = b""
        while more := self.read(quiet):
            data += more
        return data

    def press(self, keys):
        os.write(self.file, keys)
        self.rest(0.2)

    def memory(self, name):
        """A line of the process's status, in MB."""
        with open(f"/proc/{self.process}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith(name)) / 1024

    def type(self, count):
        """Types letters, each once the one before has been shown: seconds until the first byte, bytes, and seconds of
        the processor for each."""
        times, sizes = [], []
        before = self.processor()
        for number in range(count):
            begun = time.perf_counter()
            os.write(self.file, LETTERS[number % 26 : number % 26 + 1])
            first = self.read(1)
            if not first:
                continue  # a line that is full shows no more
            times.append(time.perf_counter() - begun)
            sizes.append(len(first) + len(self.rest(0.003)))
            time.sleep(0.004)
        return {"key": times, "bytes": sizes, "processor": [(self.processor() - before) / count]}

    def processor(self):
        """Seconds that the process's first thread, which draws, has had a processor."""
        with open(f"/proc/{self.process}/task/{self.process}/schedstat", encoding="ascii") as file:
            return int(file.read().split()[0]) / 1e9


def typing(command, ready, enter, count):
    """A round of typing in a program that is started for it."""
    with Terminal(command, ready) as terminal:
        terminal.rest(0.4)
        if enter:
            terminal.press(enter)
        return terminal.type(count)


def starting(command, ready):
    """A start, until the picture is there, and what the program has in memory then."""
    with Terminal(command, ready) as terminal:
        terminal.rest(0.4)
        return {"start": [terminal.start], "memory": [terminal.memory("VmRSS")], "peak": [terminal.memory("VmHWM")]}
