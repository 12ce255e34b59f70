"""The wheel that `pip install` takes: small, and the same program."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from harness import DATA, ROOT, mission

# Bytes: 4 MiB.
MOST = 4 << 20


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    out = tmp_path_factory.mktemp("wheel")
    maturin = Path(sys.executable).with_name("maturin")
    # Not for an index, which asks for a system that is older than this one may be.
    options = ["--release", "--quiet", "--compression-level", "9", "--compatibility", "linux"]
    subprocess.run([maturin, "build", *options, "--out", out], cwd=ROOT, check=True)
    (wheel,) = out.iterdir()
    return wheel


def test_the_wheel_is_small_and_holds_the_program_alone(wheel):
    version = mission(ROOT, "--version").split()[1]
    assert wheel.name.startswith(f"mission-{version}-py3-none-")
    assert wheel.stat().st_size < MOST, wheel.stat().st_size
    about = f"mission-{version}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        names = sorted(name for name in archive.namelist() if not name.startswith(f"{about}/sboms/"))
    parts = ["METADATA", "RECORD", "WHEEL"]
    assert names == sorted([f"mission-{version}.data/scripts/mission", *(f"{about}/{part}" for part in parts)])


def test_what_pip_installs_is_the_same_program(wheel, tmp_path):
    venv.create(tmp_path / "venv", with_pip=True)
    programs = tmp_path / "venv" / "bin"
    offline = ["--quiet", "--disable-pip-version-check", "--no-index", "--no-deps"]
    subprocess.run([programs / "pip", "install", *offline, wheel], check=True)
    alone = {**os.environ, "PATH": str(programs)}
    for name, data in DATA.items():
        ours, theirs = tmp_path / f"{name}-ours", tmp_path / f"{name}-theirs"
        ours.mkdir()
        theirs.mkdir()
        mission(ours, "init", "-q", str(data))
        for arguments in [["init", "-q", str(data)], ["report", "events", "-f", "json"]]:
            run = subprocess.run(["mission", *arguments], cwd=theirs, env=alone, capture_output=True, check=True)
        assert run.stdout.decode() == mission(ours, "report", "events", "-f", "json")
        assert (theirs / "mission.db").read_bytes() == (ours / "mission.db").read_bytes()
