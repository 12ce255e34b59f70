"""Runs whole processes one after the other in changing order, and prints what they took."""

import os
import time
from dataclasses import dataclass, field
from statistics import median
from typing import Callable


@dataclass
class Run:
    """One process from start to end, its children included."""

    wall: float  # seconds
    cpu: float  # seconds, user and system
    peak: float  # MiB; never below that of the Python that started it, see `floor`


@dataclass
class Contestant:
    name: str
    once: Callable[[], Run]
    rival: str = "mission"  # the contestant that it is held against
    runs: list = field(default_factory=list)


def run(command, stderr=os.devnull, good_exits=(0,)):
    command = [str(part) for part in command]
    files = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
             (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
             (os.POSIX_SPAWN_OPEN, 2, stderr, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)]
    start = time.perf_counter()
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=files)
    _, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - start
    exit_code = os.waitstatus_to_exitcode(status)
    if exit_code not in good_exits:
        raise SystemExit(f"exit {exit_code}: {' '.join(command)[:300]}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def alternate(contestants, rounds):
    """Every other round goes backwards, and every two start with another: none always follows the same neighbour."""
    for number in range(rounds):
        first = number // 2 % len(contestants)
        order = contestants[first:] + contestants[:first]
        for contestant in reversed(order) if number % 2 else order:
            contestant.runs.append(contestant.once())


def floor():
    return run(["true"]).peak


def print_table(contestants, ratio="mission/tool"):
    by_name = {contestant.name: contestant for contestant in contestants}
    width = max(map(len, by_name))
    print(f"{'tool':{width}}  median s    min s    max s    cpu s  peak MiB  {ratio:>12}  paired")
    for contestant in contestants:
        walls = [run.wall for run in contestant.runs]
        line = (f"{contestant.name:{width}}  {median(walls):8.4f} {min(walls):8.4f} {max(walls):8.4f} "
                f"{median(run.cpu for run in contestant.runs):8.4f}  {max(run.peak for run in contestant.runs):8.1f}")
        rival = by_name.get(contestant.rival)
        if rival and rival is not contestant:
            of_rival = [run.wall for run in rival.runs]
            # Paired: the two runs of one round each, which slow phases of the machine hit alike.
            paired = median(ours / theirs for ours, theirs in zip(of_rival, walls))
            line += f"  {median(of_rival) / median(walls):12.2f}  {paired:6.2f}"
        print(line)
    print()
