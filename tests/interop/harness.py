"""What the tests of this folder share."""

import json
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
MISSION = os.environ["MISSION"]
DATA = {"seed": ROOT / "seed", "examples": ROOT / "examples" / "belgian-missions"}


def mission(folder, *arguments):
    run = subprocess.run([MISSION, *arguments], cwd=folder, capture_output=True, check=False)
    assert run.returncode in (0, 1), run.stderr.decode()
    return run.stdout.decode()


def objects(folder, *arguments):
    """What a command prints as JSON."""
    return json.loads(mission(folder, *arguments, "-f", "json"))
