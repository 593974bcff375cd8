"""The operating system's lock on an open file, which ends with the process that holds it."""

import errno
import os
import sys

_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL}
_LOCKED_BYTE = 1 << 30  # far behind the content: Windows lets nobody read what is locked

if sys.platform == "win32":
    import msvcrt

    def taken(handle: int) -> bool | None:
        """Take the lock: whether it was free, None where there are none."""
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            return None if error.errno in _NO_LOCKS - {errno.EINVAL} else False
        return True

else:
    import fcntl

    def taken(handle: int) -> bool | None:
        """Take the lock: whether it was free, None where there are none."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _NO_LOCKS:
                return None
            if error.errno in {errno.EWOULDBLOCK, errno.EACCES, errno.EAGAIN}:
                return False
            raise
        return True
