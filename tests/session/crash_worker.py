"""A scripted editor for the crash test: works on a project and prints each act once it is on disk."""

import random
import sys

from reviewer.host.jobs import ThreadLane
from reviewer.model.changed import Changed
from reviewer.model.segment import State
from reviewer.session import acts
from reviewer.session.session import Session
from reviewer.storage.sqlite import SqliteStore


def main(path: str, seed: int) -> None:
    chance = random.Random(seed)
    session = Session(SqliteStore(path), author="ana", lane=ThreadLane("storage", lambda report: report()))
    reported = 0

    def tell(_: Changed) -> None:
        nonlocal reported
        if session.saved_number > reported:
            reported = session.saved_number
            print(f"saved {reported}", flush=True)

    session.listeners.append(tell)
    print("ready", flush=True)
    while True:
        segment = session.rows[chance.randrange(len(session.rows))]
        act = chance.randrange(8)
        if act < 3:
            acts.set_target(session, segment.id, f"{segment.delivered} {chance.random()}")
        elif act == 3:
            acts.set_state(session, [segment.id], chance.choice(list(State)))
        elif act == 4:
            acts.merge(session, segment.id)
        elif act == 5 and len(segment.target) > 4:
            acts.split(session, segment.id, len(segment.target) // 2)
        elif act == 6:
            session.undo()
        else:
            session.draft(segment.id, f"typing {chance.random()}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
