"""A PostgreSQL server of its own for the tests, from the programs that are installed."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path


def programs():
    """The folder of initdb and pg_ctl; None where PostgreSQL is not installed."""
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((f for f in folders if (f / "pg_ctl").exists()), None)


class Server:
    """A running server; ``url`` addresses its database."""

    def __init__(self):
        self.bin = programs()
        folder = Path(tempfile.mkdtemp(prefix="sayso-server-"))  # where a user other than root may go
        self.data = folder / "data"
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        self._user = "postgres" if os.getuid() == 0 else None  # the server refuses to run as root
        if self._user:
            known = pwd.getpwnam(self._user)
            os.chown(folder, known.pw_uid, known.pw_gid)
        self._run("initdb", "-D", self.data, "-U", "sayso", "-A", "trust", "-E", "UTF8", "--no-sync")
        self.start()
        self.url = f"postgresql://sayso@127.0.0.1:{self.port}/postgres"

    def start(self):
        options = f"-p {self.port} -k '' -c listen_addresses=127.0.0.1"
        self._run("pg_ctl", "-D", self.data, "-w", "-o", options, "-l", self.data / "log", "start")

    def stop(self, mode="immediate"):
        self._run("pg_ctl", "-D", self.data, "-w", "-m", mode, "stop")

    def remove(self):
        """Stop for good."""
        self.stop()
        shutil.rmtree(self.data.parent)

    def _run(self, program, *arguments):
        subprocess.run(
            [str(self.bin / program), *map(str, arguments)],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=self._user,
            cwd="/",
        )
