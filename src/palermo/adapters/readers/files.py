"""Opens a regular file and nothing else, digests it, and tells whether it changed while it was read."""

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from palermo.kit.csvsafe import shown
from palermo.model.errors import Unreadable

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells one state of a file from another without reading it."""

    device: int
    inode: int
    size: int
    mtime_ns: int
    ctime_ns: int


@dataclass(frozen=True, slots=True)
class Given:
    """A file as it was on opening; every later reading is held to it. Without a digest its times alone tell a change."""

    path: Path
    name: str
    sha256: str
    stamp: Stamp

    def open(self) -> BinaryIO:
        """Open for reading anew.

        Raises:
            Unreadable: it is not the file it was.
        """
        file = _open(self.path, self.name)
        if _stamp(os.fstat(file.fileno())) != self.stamp:
            file.close()
            self.check_unchanged()
            file = _open(self.path, self.name)
        return file

    def check_unchanged(self) -> None:
        """Hold the file to what it was on opening; where only its times differ, its bytes are digested again.

        Raises:
            Unreadable: it changed.
        """
        with _open(self.path, self.name) as file:
            now = _stamp(os.fstat(file.fileno()))
            if now == self.stamp:
                return
            same_place = (now.device, now.inode, now.size) == (self.stamp.device, self.stamp.inode, self.stamp.size)
            if same_place and _digest(file) == self.sha256:
                return
        raise Unreadable(
            f"“{self.name}” changed while it was read.",
            cause="Its bytes are not those it had when it was opened.",
            way_out="Make a copy that nothing writes to, and add that.",
        )


def take(path: Path, *, digested: bool = True) -> Given:
    """Look at a file, follow links to it, and digest its bytes unless told otherwise.

    Raises:
        Unreadable: it is not there, is no regular file, may not be read, or is empty.
    """
    name = shown(path.name) or "."
    with _open(path, name) as file:
        stamp = _stamp(os.fstat(file.fileno()))
        if stamp.size == 0:
            raise Unreadable(f"“{name}” is empty.", way_out="Ask for the export again.")
        return Given(path, name, _digest(file) if digested else "", stamp)


def _open(path: Path, name: str) -> BinaryIO:
    """Open without waiting on a pipe or a device, refusing all but regular files."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Unreadable(
                f"“{name}” is {_what(path.stat().st_mode)}, not a file.", way_out="Name the files themselves."
            )
        return os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb", buffering=0)
    except FileNotFoundError:
        raise Unreadable(f"There is no file “{name}”.", way_out="Check the name and the folder.") from None
    except PermissionError:
        raise Unreadable(f"“{name}” may not be read.", cause="The system refuses it.") from None
    except (OSError, ValueError) as fault:
        raise Unreadable(f"“{name}” cannot be opened.", cause=_reason(fault)) from None


def _reason(fault: Exception) -> str:
    words = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return f"{words[:1].upper()}{words[1:]}."


def _what(mode: int) -> str:
    """Say what stands there instead of a file."""
    kinds = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"))
    return next((words for test, words in kinds if test(mode)), "a device")


def _stamp(found: os.stat_result) -> Stamp:
    return Stamp(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _digest(file: BinaryIO) -> str:
    file.seek(0)
    sha = hashlib.sha256()
    while chunk := file.read(_CHUNK):
        sha.update(chunk)
    return sha.hexdigest()
