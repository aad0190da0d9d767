"""What only some machines have: another account, and a small disk."""

import os
import shutil
import subprocess
import tempfile

NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


def can_be_nobody(binary):
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        return False
    return subprocess.run([*NOBODY, "test", "-x", binary]).returncode == 0


class SmallDisk:
    """A file system of two megabytes, where one can be mounted."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix="mlreview-disk-")
        self.is_there = False
        if os.geteuid() == 0 and shutil.which("mount"):
            mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", self.path]
            self.is_there = subprocess.run(mount, capture_output=True).returncode == 0

    def close(self):
        if self.is_there:
            subprocess.run(["umount", self.path], capture_output=True)
        os.rmdir(self.path)
