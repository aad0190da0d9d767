"""A mail server on loopback for the tests: aiosmtpd, told when to say no and when to die.

Prints its port, then each mail it took as a line of JSON. Runs until its standard input ends.

--refuse ADDRESS   says 550 to that recipient
--full             says 452 to every recipient
--die-after N      answers for N mails; takes one more, and is gone before it says so
"""
import argparse, json, os, queue, sys, threading
from aiosmtpd.controller import Controller

options = argparse.ArgumentParser()
options.add_argument("--refuse", action="append", default=[])
options.add_argument("--full", action="store_true")
options.add_argument("--die-after", type=int)
options = options.parse_args()


# What was taken is printed on a thread of its own: if nobody reads it yet, mails are taken all the same.
lines = queue.Queue()


def write():
    while True:
        print(lines.get(), flush=True)
        lines.task_done()


threading.Thread(target=write, daemon=True).start()


class Handler:
    taken = 0

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address in options.refuse:
            return "550 5.1.1 no such user here"
        if options.full:
            return "452 4.3.1 insufficient system storage"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.taken += 1
        mail = {
            "sender": envelope.mail_from,
            "recipients": envelope.rcpt_tos,
            "text": envelope.content.decode("utf-8"),
        }
        lines.put(json.dumps(mail))
        if options.die_after is not None and self.taken > options.die_after:
            lines.join()
            os._exit(1)
        return "250 OK"


class Free(Controller):
    """Takes whatever port is free, and says which."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


controller = Free(Handler(), hostname="127.0.0.1", port=0)
controller.start()
lines.put(controller.port)
sys.stdin.read()
lines.join()
controller.stop()
