#!/usr/bin/env python3
"""A record on another host: a server of PostgreSQL and terminals in network namespaces of their own, with TLS between them
and certificates on both sides. Who is not who they say, or has no certificate, gets in nowhere; a line that goes dead loses
nothing."""

import glob
import shutil

from harness import *
from sockets import Side

NAME, NET = "db.council.test", "10.99.7"
SERVER, CLIENT = f"mlreview-s-{os.getpid()}", f"mlreview-c-{os.getpid()}"


def sh(words, check=True, **more):
    done = subprocess.run(words, shell=isinstance(words, str), capture_output=True, text=True, **more)
    if check and done.returncode != 0:
        raise Never(f"{words}: {done.stderr.strip()[-300:]}")
    return done


class Hosts:
    """Two network namespaces with a line between them."""

    def __enter__(self):
        for name, end in ((SERVER, 1), (CLIENT, 2)):
            sh(["ip", "netns", "add", name])
            os.makedirs(f"/etc/netns/{name}", exist_ok=True)
            with open(f"/etc/netns/{name}/hosts", "w") as file:
                file.write(f"127.0.0.1 localhost\n{NET}.1 {NAME} other.council.test\n")
        sh(["ip", "link", "add", "mlr0", "netns", SERVER, "type", "veth", "peer", "name", "mlr1", "netns", CLIENT])
        for name, link, end in ((SERVER, "mlr0", 1), (CLIENT, "mlr1", 2)):
            sh(["ip", "-n", name, "addr", "add", f"{NET}.{end}/24", "dev", link])
            sh(["ip", "-n", name, "link", "set", link, "up"])
            sh(["ip", "-n", name, "link", "set", "lo", "up"])
        return self

    def line(self, state):
        sh(["ip", "-n", SERVER, "link", "set", "mlr0", state])

    def __exit__(self, *_):
        for name in (SERVER, CLIENT):
            sh(["ip", "netns", "del", name], check=False)
            shutil.rmtree(f"/etc/netns/{name}", ignore_errors=True)


class Certificates:
    """An authority, and what it says of whom; and another authority that nobody trusts."""

    def __init__(self, folder):
        self.folder = folder
        for authority in ("ca", "other"):
            self.ssl(f"req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN={authority} -keyout {authority}.key -out {authority}.crt")
        self.sign("server", NAME, f"subjectAltName=DNS:{NAME}")
        for who in ("tomas", "bo", "wen", "postgres"):
            self.sign(who, who, "subjectAltName=DNS:none")

    def ssl(self, words):
        sh(["openssl", *words.split()], cwd=self.folder)

    def sign(self, file, name, more):
        self.ssl(f"req -newkey rsa:2048 -nodes -subj /CN={name} -keyout {file}.key -out {file}.csr")
        with open(os.path.join(self.folder, "more"), "w") as names:
            names.write(more)
        self.ssl(f"x509 -req -in {file}.csr -CA ca.crt -CAkey ca.key -days 2 -extfile more -out {file}.crt")

    def options(self, who, authority="ca"):
        at = os.path.join(self.folder, "")
        return f"sslmode=verify-full&sslrootcert={at}{authority}.crt&sslcert={at}{who}.crt&sslkey={at}{who}.key"


class Server:
    """PostgreSQL in the first namespace; it refuses to be run by root."""

    def __init__(self, certificates):
        self.programs = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
        self.folder = tempfile.mkdtemp(prefix="mlreview-tls-")
        shutil.chown(self.folder, "postgres")
        self.run(f"initdb -D {self.folder}/data -U postgres -A trust -E UTF8 --locale=C.UTF-8")
        for name in ("server.crt", "server.key", "ca.crt"):
            path = f"{self.folder}/data/{name}"
            shutil.copy(os.path.join(certificates.folder, name), path)
            shutil.chown(path, "postgres")
            os.chmod(path, 0o600)
        with open(f"{self.folder}/data/pg_hba.conf", "w") as file:
            file.write(f"local all all trust\nhostssl all all {NET}.0/24 cert\nhostnossl all postgres {NET}.0/24 trust\n")
        self.run(
            f"pg_ctl -w -D {self.folder}/data -l {self.folder}/log start -o \"-c listen_addresses={NET}.1 -c ssl=on "
            f"-c ssl_ca_file=ca.crt -c unix_socket_directories='{self.folder}'\"")  # fmt: skip

    def run(self, words):
        sh(f"ip netns exec {SERVER} runuser -u postgres -- {self.programs}/{words}")

    def end(self):
        sh(f"runuser -u postgres -- {self.programs}/pg_ctl -D {self.folder}/data -m immediate stop", check=False)
        shutil.rmtree(self.folder, ignore_errors=True)


class Meeting:
    def __init__(self, options, verdict, folder, hosts, certificates):
        self.options, self.verdict, self.folder, self.hosts, self.certificates = options, verdict, folder, hosts, certificates
        self.tried = 0

    def url(self, who, options):
        return f"postgresql://{who}@{NAME}/council?{options}"

    def run(self, *words, text=""):
        before = ["ip", "netns", "exec", CLIENT]
        done = subprocess.run([*before, self.options.binary, *words], input=text, capture_output=True, text=True, timeout=60, env=environment(self.folder))
        return done.returncode, done.stdout + done.stderr

    def expect(self, what, holds, shown):
        self.tried += 1
        self.verdict.told(what, "holds" if holds else "does not hold", shown.strip()[-200:])
        if not holds:
            self.verdict.fault(what, shown.strip()[-400:])

    def record(self, who):
        path = self.folder.at("agendas/council.yaml")
        with open(path, encoding="utf-8") as file:
            lines = [line for line in file if not line.startswith("record:")]
        with open(path, "w", encoding="utf-8") as file:
            file.writelines([*lines, f"record: {self.url(who, self.certificates.options(who))}\n"])

    def hold(self):
        good = self.certificates.options
        at = self.folder.path
        sh(["ip", "netns", "exec", CLIENT, "true"])
        status, said = self.run("database", "init", "--dir", at, self.url("postgres", good("postgres")))
        self.expect("init with a certificate", status == 0, said)
        status, said = self.run("database", "check", "--dir", at, self.url("postgres", good("postgres")))
        self.expect("check of a line that is as it should be", status == 0, said)
        status, said = self.run("database", "check", "--dir", at, self.url("postgres", "sslmode=disable"))
        self.expect("check of a line without TLS", status == 1 and "is not encrypted, and the server is on another host" in said, said)
        lax = good("postgres").replace("verify-full", "require")
        status, said = self.run("database", "check", "--dir", at, self.url("postgres", lax))
        self.expect("check of a line to anybody", status == 1 and "nobody checks whose server it is (sslmode require)" in said, said)

        self.record("tomas")
        opening = "".join(f"roll {who} present\n" for who in MEMBERS) + "open\nmotion\n"
        status, said = self.run("console", "--dir", at, DAY, text=opening)
        self.expect("a meeting over TLS", status == 0 and "vote open" in said, said)

        refused = {
            "a certificate of somebody else": (self.url("wen", good("bo")), 'certificate authentication failed for user "wen"'),
            "no certificate": (self.url("bo", f"sslmode=verify-full&sslrootcert={self.certificates.folder}/ca.crt"), "certificate"),
            "a server of another authority": (self.url("bo", good("bo", "other")), "certificate verify failed"),
            "a server of another name": (self.url("bo", good("bo")).replace(NAME, "other.council.test"), "does not match host name"),
            "no TLS": (self.url("bo", "sslmode=disable"), "no encryption"),
        }
        for what, (url, why) in refused.items():
            status, said = self.run("join", "--console", url, text="vote me yes\n")
            self.expect(what, status == 1 and "can't be reached" in said and why in said, said)

        words = ["ip", "netns", "exec", CLIENT, self.options.binary, "join", "--console", self.url("bo", good("bo"))]
        side = Side(words, self.folder)
        try:
            said, _ = side.ask("vote me yes because over TLS", 60)
            self.expect("a vote over TLS", any("yes because over TLS" in line for line in said), "\n".join(said))
            # The line goes dead without a word: nothing is refused, and nothing answers.
            self.hosts.line("down")
            said, _ = side.ask("note while the line is dead", 60)
            self.expect("a note on a dead line", any("kept here" in line for line in said), "\n".join(said))
            said, _ = side.ask("vote me no", 60)
            self.expect("a vote on a dead line", any("your vote is not recorded" in line for line in said), "\n".join(said))
            self.hosts.line("up")
            deadline = time.monotonic() + 60
            while not any("while the line is dead" in line for line in said) and time.monotonic() < deadline:
                said, _ = side.ask("find line is dead", 60)
                time.sleep(0.2)
            self.expect("the note when the line is back", time.monotonic() < deadline, "\n".join(said))
            side.end()
        finally:
            side.kill()
        status, said = self.run("console", "--dir", at, DAY, text="find line is dead\ntally\n")
        self.expect("the note stands once, under the account's name", said.count("Bo Håkansson: while the line is dead") == 1, said)
        status, said = self.run("verify", "--dir", at)
        self.expect("verify", status == 0, said)


def main():
    options = arguments("Meets over TLS between two network namespaces.", 1)
    verdict = Verdict(options)
    missing = [name for name in ("ip", "openssl", "runuser") if not shutil.which(name)]
    if os.geteuid() != 0 or missing or not glob.glob("/usr/lib/postgresql/*/bin") or sh(["unshare", "-n", "true"], check=False).returncode:
        print(f"skipped: TLS between two hosts needs root, network namespaces and PostgreSQL{', and ' + ', '.join(missing) if missing else ''}")
        return
    place, server = tempfile.mkdtemp(prefix="mlreview-certificates-"), None
    tried = 0
    try:
        certificates = Certificates(place)
        with Hosts() as hosts, Folder() as folder:
            server = Server(certificates)
            sh(["createdb", "-h", server.folder, "-U", "postgres", "-E", "UTF8", "-T", "template0", "council"])
            meeting = Meeting(options, verdict, folder, hosts, certificates)
            meeting.hold()
            tried = meeting.tried
            server.end()
    except (Never, OSError, subprocess.TimeoutExpired) as error:
        verdict.fault("the hosts", str(error))
    finally:
        if server:
            server.end()
        shutil.rmtree(place, ignore_errors=True)
    verdict.close(f"tls: {tried} things tried between two hosts")


if __name__ == "__main__":
    main()
