"""The reports as views in other engines: each yields the rows that mission prints. Run by tests/interop/run."""

import csv
import datetime
import importlib.util
import json
import os
import re
import runpy
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import duckdb
import psycopg
import pytest
from harness import DATA, ROOT, mission, objects

SCHEMA = (ROOT / "schema.sql").read_text()
VIEWS = re.findall(r"^CREATE VIEW (\w+)", SCHEMA, re.M)
# What stands in an order has one in the view itself.
ORDERED = [name for name, body in re.findall(r"^CREATE VIEW (\w+)(.*?);$", SCHEMA, re.M | re.S) if "\nORDER " in body]
SOURCES = [*DATA, "generated", "nasty"]
# Texts that a shell, a client or another dialect could take for something else, and the edges of what a data folder holds.
TEXTS = ["a;\nCREATE VIEW x AS SELECT 1;", "l'un\r\nl'autre\r\n", "lone\rcr", "$$ $1 :'x' \\. .quit", "COMMIT;\n--", "NULL",
         "10-15", "2025-01-01", "1e999", "\u202e\u05d0\U0001f600", "\ufeffb", "x" * 100_000, " \t "]
# An environment of its own: the newest DuckDB that its extension for SQLite is published for.
ATTACH = ROOT / "target" / "interop" / "attach"


def plain(value):
    return value.isoformat() if isinstance(value, datetime.date) else value


def compared(view, rows):
    """Rows as JSON has them, each value with its type; of a view without an order, sorted."""
    rows = [json.dumps([plain(value) for value in row], ensure_ascii=False) for row in rows]
    return rows if view in ORDERED else sorted(rows)


def write_nasty(folder):
    folder.mkdir()
    keys = ["1", "-", "select", "null", "0x1", "table", "z-z", "zz", "a0", "a-0", "1e5", "2025-01-01", "--"]
    tables = {
        "sources": [["source_id", "title", "published_on"], *([key, text, day] for key, text, day in
                    zip(keys, TEXTS, ["0001-01-01", "1582-10-10", "9999-12-31"] + [""] * len(keys)))],
        "missions": [["mission_id", "name", "first_day", "last_day", "source_id"],
                     *([key, text, "2025-01-01", "2025-01-03", "1"] for key, text in zip(keys[:-1], TEXTS)),
                     [keys[-1], "without days", "", "", "1"]],
        "cities": [["city_id", "name", "country", "latitude", "longitude"],
                   *([key, text, "BE", "-90", "179.123456789012345"] for key, text in zip(keys, TEXTS))],
        "claims": [["mission_id", "claim_id", "subject", "city_id", "day", "count", "source_id"],
                   *([mission, f"c{n}", subject, city, day, count, "1"] for mission in keys for n, (subject, city, day, count) in
                     enumerate([("people", "", "", "9223372036854775807"), ("agreements", "select", "", "0"), ("people", "", "", "~<10"),
                                ("events", "", "2025-01-02", "1-2"), ("jobs", "", "", ">30")]))],
        "events": [["mission_id", "event_id", "title", "kind", "city_id", "first_day", "last_day", "date_basis", "source_id"],
                   *([keys[n], "e", text, "visit", keys[n], "2025-01-02", "2025-01-02", "stated", "1"] for n, text in enumerate(TEXTS)
                     if text.strip())],
    }
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(row for row in rows if all(cell == "" or cell.strip() for cell in row))


@pytest.fixture(scope="session", params=SOURCES)
def built(request, tmp_path_factory):
    """A folder with a database, what is in each of its views, and everything as one script and as a folder."""
    folder = tmp_path_factory.mktemp(request.param)
    data = DATA.get(request.param, folder / "data")
    if request.param == "generated":
        generate = ROOT / "benches" / "load" / "generate.py"
        subprocess.run([sys.executable, generate, data, "--scale", "0.02"], check=True, capture_output=True)
    if request.param == "nasty":
        write_nasty(data)
    mission(folder, "init", "-q", data)
    mission(folder, "export", "-o", "all.sql")
    mission(folder, "export", "--to", "all")
    expected = {view: objects(folder, "query", f"SELECT * FROM {view}") for view in VIEWS}
    return folder, {view: compared(view, [row.values() for row in rows]) for view, rows in expected.items()}


@pytest.fixture(scope="session")
def postgres(tmp_path_factory):
    """A server of its own, which nobody else can reach; what the environment says is how to connect to it."""
    programs = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    folder = tmp_path_factory.mktemp("postgres")
    # The server refuses to run as root.
    as_user = []
    if os.geteuid() == 0:
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        for path in [folder, *folder.parents[:3]]:
            path.chmod(path.stat().st_mode | 0o055)
        shutil.chown(folder, "postgres")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    def run(program, *arguments):
        subprocess.run([*as_user, programs / program, *arguments], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    # As servers have it; the order of its keys is that of their bytes.
    run("initdb", "-D", "data", "-U", "mission", "-A", "trust", "--locale-provider=icu", "--icu-locale=nl-BE", "--encoding=UTF8")
    run("pg_ctl", "-D", "data", "-l", "log", "-w", "-o", f"-p {port} -k {folder} -c listen_addresses=127.0.0.1", "start")
    os.environ |= {"PGHOST": "127.0.0.1", "PGPORT": str(port), "PGUSER": "mission", "PGDATABASE": "postgres"}
    yield
    run("pg_ctl", "-D", "data", "-m", "fast", "stop")


def loaded_into_postgres(script):
    subprocess.run(["psql", "-q", "-v", "ON_ERROR_STOP=1", "-f", script], check=True, capture_output=True)


@pytest.mark.usefixtures("postgres")
def test_postgresql_loads_everything_twice_and_shows_the_same_in_every_view(built):
    folder, expected = built
    loaded_into_postgres(folder / "all.sql")
    loaded_into_postgres(folder / "all.sql")
    with psycopg.connect() as conn:
        for view in VIEWS:
            assert compared(view, conn.execute(f"SELECT * FROM {view}").fetchall()) == expected[view], view
        days = "SELECT count(*) FROM information_schema.columns WHERE data_type = 'date' AND column_name LIKE '%day'"
        assert conn.execute(days).fetchone()[0] > 8


@pytest.mark.usefixtures("postgres")
def test_postgresql_keeps_nothing_of_a_script_that_fails(built):
    folder, _ = built
    loaded_into_postgres(folder / "all.sql")
    script = (folder / "all.sql").read_text()
    (folder / "broken.sql").write_text(script.replace("CREATE VIEW missions_overview", "CREATE WIEV missions_overview"))
    broken = ["psql", "-q", "-v", "ON_ERROR_STOP=1", "-f", folder / "broken.sql"]
    run = subprocess.run(broken, check=False, capture_output=True)
    assert run.returncode != 0
    with psycopg.connect() as conn:
        assert conn.execute("SELECT count(*) FROM missions_overview").fetchone()[0] > 0


@pytest.mark.usefixtures("postgres")
def test_postgresql_refuses_what_the_schema_refuses(built):
    folder, _ = built
    loaded_into_postgres(folder / "all.sql")
    for wrong in ["INSERT INTO sources (source_id, title) VALUES ('Not a slug', 't')",
                  "INSERT INTO missions (mission_id, name, source_id) VALUES ('m', 'n', 'no-such-source')",
                  "INSERT INTO missions (mission_id, name, first_day, last_day, source_id) "
                  "SELECT 'm', 'n', '2025-01-02', '2025-01-01', min(source_id) FROM sources",
                  "INSERT INTO events (mission_id, event_id, title, kind, first_day, last_day, date_basis, start_time, source_id) "
                  "SELECT mission_id, 'e', 't', 'visit', '2025-01-01', '2025-01-01', 'stated', '25:00', source_id FROM missions",
                  "UPDATE claims SET count_max = count_min - 1"]:
        with psycopg.connect() as conn, pytest.raises(psycopg.errors.IntegrityError):
            conn.execute(wrong)


def test_duckdb_loads_everything_twice_and_shows_the_same_in_every_view(built):
    folder, expected = built
    # As its shell reads it.
    script = (folder / "all.sql").read_bytes().decode().replace("\r\n", "\n")
    with duckdb.connect(str(folder / "all.duckdb")) as conn:
        conn.execute(script)
        conn.execute(script)
        for view in VIEWS:
            assert compared(view, conn.execute(f"SELECT * FROM {view}").fetchall()) == expected[view], view


def test_sqlite_loads_everything_twice_and_shows_the_same_in_every_view(built):
    folder, expected = built
    for _ in range(2):
        subprocess.run(["sqlite3", "-bail", "all.db"], stdin=(folder / "all.sql").open(), cwd=folder, check=True)
    for view in VIEWS:
        rows = objects(folder, "query", f"SELECT * FROM {view}", "--db", "all.db")
        assert compared(view, [row.values() for row in rows]) == expected[view], view


ATTACHED = """
import glob, json, sys, duckdb
conn = duckdb.connect(config={"allow_unsigned_extensions": True})
conn.execute(f"LOAD '{glob.glob(sys.prefix + '/lib/*/site-packages/duckdb_extension_sqlite_scanner/**/*.duckdb_extension', recursive=True)[0]}'")
conn.execute("ATTACH 'mission.db' AS mission (TYPE sqlite)")
print(json.dumps({view: conn.execute(f"SELECT * FROM mission.{view}").fetchall() for view in sys.argv[1:]}))
"""


def test_duckdb_attaches_the_database_and_shows_the_same_in_every_view(built):
    folder, expected = built
    run = subprocess.run([ATTACH / "bin" / "python", "-c", ATTACHED, *VIEWS], cwd=folder, check=True, capture_output=True)
    for view, rows in json.loads(run.stdout).items():
        assert compared(view, rows) == expected[view], view


@pytest.fixture(scope="session")
def spark(tmp_path_factory):
    pyspark = pytest.importorskip("pyspark.sql", reason="PySpark is installed where there is Java")
    builder = pyspark.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.shuffle.partitions", "2").config("spark.driver.host", "127.0.0.1")
    session = builder.config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse"))).getOrCreate()
    yield session
    session.stop()


def test_spark_shows_the_same_in_every_view_over_an_exported_folder(built, spark):
    folder, expected = built
    runpy.run_path(str(ROOT / "docs" / "spark.py"))["load"](spark, folder / "all")
    for view in VIEWS:
        assert compared(view, spark.table(view).collect()) == expected[view], view


@pytest.mark.usefixtures("postgres")
def test_the_lines_of_the_readme_for_each_engine_work(tmp_path):
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    mission(tmp_path, "init", "-q")
    mission(tmp_path, "export", "-o", "all.sql")
    mission(tmp_path, "export", "--to", "all")
    block = next(block for block in (ROOT / "README.md").read_text().split("```") if block.startswith("sh\nsqlite3 "))
    lines = block.splitlines()[1:]
    assert len(lines) == 8
    has_spark = importlib.util.find_spec("pyspark") is not None
    path = f"{Path(sys.executable).parent}:{ATTACH / 'bin'}:{os.environ['PATH']}"
    for line in lines if has_spark else lines[:-1]:
        run = subprocess.run(line, shell=True, cwd=tmp_path, env=os.environ | {"PATH": path}, check=True, capture_output=True)
        assert ("usa-west-2025" in run.stdout.decode()) == ("SELECT" in line), line
    copied = duckdb.sql(f"SELECT * FROM '{tmp_path}/participants.parquet'").fetchall()
    expected = objects(tmp_path, "report", "participants")
    assert copied == [tuple(row.values()) for row in expected]


def test_an_exported_folder_with_views_is_a_data_folder_again(built, tmp_path):
    folder, expected = built
    mission(tmp_path, "init", "-q", folder / "all")
    rows = objects(tmp_path, "query", "SELECT * FROM claim_verdicts")
    assert compared("claim_verdicts", [row.values() for row in rows]) == expected["claim_verdicts"]
    assert (tmp_path / "mission.db").read_bytes() == (folder / "mission.db").read_bytes()


def test_a_narrowed_script_has_that_mission_alone(built):
    folder, _ = built
    first = objects(folder, "query", "SELECT mission_id FROM missions ORDER BY 1 LIMIT 1")[0]["mission_id"]
    mission(folder, "export", "-o", "one.sql", "--mission", first)
    with duckdb.connect(":memory:") as conn:
        conn.execute((folder / "one.sql").read_bytes().decode())
        for view in ["missions_overview", "claim_verdicts", "events_per_day"]:
            found = objects(folder, "query", f"SELECT * FROM {view} WHERE mission_id = :m", "--param", f"m={first}")
            rows = conn.execute(f"SELECT * FROM {view}").fetchall()
            assert compared(view, rows) == compared(view, [row.values() for row in found]), view
