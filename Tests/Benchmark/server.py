"""A record in PostgreSQL: a server for the time of the benchmark, and psql beside the program."""

import glob
import os
import shutil
import subprocess
import time

import places


def programs():
    """The folder of the server's programs; None if there are none."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"), key=lambda path: int(path.split("/")[4]))
    return os.path.dirname(found[-1]) if found and shutil.which("psql") else None


class Server:
    """A server in a temporary folder, which listens to nobody outside. Root has it run by another account."""

    def __init__(self, place):
        self.folder, self.binary = place.at("server"), place.binary
        os.makedirs(self.folder)
        self.before = []
        if os.getuid() == 0:
            os.chmod(place.root, 0o755)
            shutil.chown(self.folder, "postgres", "postgres")
            self.before = ["runuser", "-u", "postgres", "--"]
        data = os.path.join(self.folder, "data")
        self.control = [*self.before, os.path.join(programs(), "pg_ctl"), "-w", "-D", data]
        self.quietly([*self.before, os.path.join(programs(), "initdb"), "-D", data, "-U", "postgres", "-A", "trust"])
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' -c max_connections=100"
        self.quietly([*self.control, "-l", os.path.join(self.folder, "log"), "-o", options, "start"])
        self.psql("CREATE DATABASE council TEMPLATE template0 ENCODING 'UTF8'", "postgres")
        self.address = f"postgresql:///council?host={self.folder}"
        self.owner = f"postgresql://postgres@/council?host={self.folder}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.quietly([*self.control, "-m", "immediate", "stop"])

    @staticmethod
    def quietly(command):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")

    def psql(self, statement, database="council"):
        self.quietly(["psql", "-X", "-q", "-h", self.folder, "-U", "postgres", "-d", database, "-c", statement])

    def meeting(self, place):
        """A folder whose record is on the server, with a meeting in session, and a table of the record's form without
        its guards."""
        folder = place.council("served", 1)
        place.run(folder, "database", "init", self.owner)
        with open(os.path.join(folder, "agendas/council.yaml"), "a", encoding="utf-8") as file:
            file.write(f"\nrecord: {self.address}\n")
        lines = [f"roll {who} present" for who in places.PRESENT] + ["open", "note @lena the first"]
        place.run(folder, "console", places.DAY, text="\n".join(lines) + "\n")
        self.psql("CREATE TABLE plain (LIKE mlreview.entries INCLUDING ALL)")
        self.psql("CREATE TABLE row AS SELECT * FROM mlreview.entries ORDER BY number DESC LIMIT 1")
        return folder


class Inserts:
    """psql, which inserts one row after another."""

    def __init__(self, server):
        self.process = subprocess.Popen(
            ["psql", "-X", "-q", "-A", "-t", "-h", server.folder, "-U", "postgres", "-d", "council"], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, bufsize=0)  # fmt: skip
        self.ask("SELECT max(number) FROM row")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()

    def ask(self, statement):
        """Seconds until psql has done a statement that prints a line."""
        begun = time.perf_counter()
        self.process.stdin.write(statement.encode() + b";\n")
        os.read(self.process.stdout.fileno(), 1 << 16)
        return time.perf_counter() - begun

    def insert(self):
        self.ask("UPDATE row SET number = number + 1 RETURNING number")
        return self.ask("INSERT INTO plain SELECT * FROM row RETURNING number")
