"""Reading and writing whole files without ever leaving half of one."""

import os
import shutil
import stat
from hashlib import blake2b
from pathlib import Path

from reviewer.model.errors import InputError, StorageError


def read_file(path: str, largest: int = 1 << 30) -> bytes:
    """Return a file's bytes.

    Raises:
        InputError: there is no such file, it is a folder or a device, too large (`largest` bytes), or
            not readable.
    """
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise InputError(f"{path} is a folder. Name the file in it.")
        if not stat.S_ISREG(status.st_mode):
            raise InputError(f"{path} is not a file.")
        if status.st_size > largest:
            size, most = status.st_size >> 20, largest >> 20
            raise InputError(f"{path} is too large ({size:,} MB; at most {most:,} MB). Split it and open the parts.")
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise InputError(f"There is no file {path}. Check the name and the folder.") from None
    except PermissionError:
        raise InputError(f"{path} may not be read. Ask its owner, or copy it to a folder of your own.") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read: {error}.") from error


def digest(data: bytes) -> str:
    """Return what tells these bytes from others: BLAKE2b-160, hexadecimal."""
    return blake2b(data, digest_size=20).hexdigest()


def write_file(path: str, data: bytes, *, backup: bool = True, make_folder: bool = False) -> str | None:
    """Put bytes under a name at one stroke; return where the file of that name was kept, if there was one.

    The bytes are on disk before the name points to them, so that a crash leaves the old file or the
    new one. Mode is kept, and a link is followed, not replaced. With `make_folder` its folder is made where
    there is none.

    Raises:
        StorageError: the folder cannot be written or the disk is full; the old file is untouched.
    """
    path = os.path.realpath(path)
    partial = f"{path}.{os.getpid()}.new"
    kept = None
    try:
        if make_folder:
            os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(partial, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(path):
            shutil.copymode(path, partial)
            if backup:
                kept = f"{path}.bak"
                shutil.copy2(path, kept)
        os.replace(partial, path)
        _sync_folder(os.path.dirname(path))
    except OSError as error:
        Path(partial).unlink(missing_ok=True)
        raise StorageError(
            f"{path} was not written: {error.strerror or error}. What was there is untouched; save elsewhere."
        ) from error
    return kept


def _sync_folder(folder: str) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
