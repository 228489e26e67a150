"""MiniStack, with few processes for each function, and with snapshots.

One call more of a function waits for one of its processes.

By itself MiniStack starts a process for every call that comes while the others are busy, and to start one costs more
than to serve twenty calls (docs/decisions/0001-local-cloud.md). Only who waits for long gets a process of its own
after all, so that a function that called itself could not wait for ever.
"""

import os
import signal
import threading
import time

from ministack.core import lambda_runtime

PROCESSES_OF_A_FUNCTION = int(os.environ["PROCESSES_OF_A_FUNCTION"])
LONGEST_WAIT_SECONDS = 120

start_or_reuse, give_back = lambda_runtime.acquire_worker, lambda_runtime.release_worker
given_back = threading.Condition()


def acquire_worker(*function, **named):
    few = {**named, "max_concurrency": PROCESSES_OF_A_FUNCTION}
    limit = time.monotonic() + LONGEST_WAIT_SECONDS
    with given_back:
        while time.monotonic() < limit:
            worker, how = start_or_reuse(*function, **few)
            if worker is not None:
                return worker, how
            # A worker that was ended gives nothing back: look again now and then.
            given_back.wait(1)
    return start_or_reuse(*function, **named)


def release_worker(worker):
    give_back(worker)
    with given_back:
        given_back.notify_all()


# Whoever calls functions takes these two by name when it is loaded, which is later.
lambda_runtime.acquire_worker, lambda_runtime.release_worker = acquire_worker, release_worker

from ministack import app  # noqa: E402
from ministack.core.persistence import save_all  # noqa: E402


def save(*_):
    """Writes the state as a clean stop does. A service that changes meanwhile keeps what was written of it before."""
    save_all(app._build_persistence_save_dict())


# By itself MiniStack writes its state only when it is stopped: killed, it has lost all since then.
signal.signal(signal.SIGUSR1, save)

app.main()
