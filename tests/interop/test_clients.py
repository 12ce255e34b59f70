"""What mission writes, opened by programs that others wrote. Run by tests/interop/run."""

import csv
import datetime
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import icalendar
import jsonschema
import junitparser
import lxml.etree
import openpyxl
import pandas
import pytest
import shapely.geometry
from frictionless import Package
from harness import DATA, ROOT, mission


def reports():
    """The reports of the program with their views, which the statements of each name."""
    listed = mission(ROOT, "help", "report").split("Reports:\n")[1]
    names = [line.split()[0] for line in listed.splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as folder:
        mission(folder, "init", "-q")
        return {name: re.search('INSERT INTO "(.+?)"', mission(folder, "report", name, "-f", "sql"))[1] for name in names}


VIEWS = reports()
# A test keeps the package of the seed as an export of all tables describes it.
TABLES = [table["name"] for table in json.loads((ROOT / "seed" / "datapackage.json").read_text())["resources"]]


def rows(folder, table):
    return list(csv.reader(io.StringIO(mission(folder, "export", table))))


@pytest.fixture(scope="module", params=DATA)
def built(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    mission(folder, "init", "-q", str(DATA[request.param]))
    return folder


def refusals(package):
    report = Package(str(package)).validate()
    return report.flatten(["title", "fieldName", "rowNumber", "note", "message"])


@pytest.mark.parametrize("data", DATA)
def test_frictionless_finds_nothing_wrong_with_the_package_of_a_data_folder(data):
    assert refusals(DATA[data] / "datapackage.json") == []


def test_frictionless_finds_nothing_wrong_with_an_export(built):
    mission(built, "export", "--to", "export")
    assert refusals(built / "export" / "datapackage.json") == []


def test_frictionless_finds_nothing_wrong_with_an_imported_list(tmp_path):
    lists = ROOT / "examples" / "lists"
    mission(tmp_path, "import", lists / "deelnemers.csv", "--into", "peru", "--mission", "peru-2026", "-q")
    mission(tmp_path, "import", lists / "accords.csv", "--into", "peru", "--set", "status=signed", "-q")
    mission(tmp_path, "import", lists / "programma.csv", "--into", "peru", "--country", "PE", "-q")
    mission(tmp_path, "init", "peru", "-q")
    mission(tmp_path, "export", "--to", "export", "--mission", "peru-2026")
    assert refusals(tmp_path / "export" / "datapackage.json") == []
    for table in ["participants", "agreements", "agreement_parties", "events", "cities", "sources"]:
        imported, exported = [
            sorted((tmp_path / folder / f"{table}.csv").read_text().splitlines()) for folder in ["peru", "export"]
        ]
        assert imported == exported, table


def test_frictionless_would_find_a_wrong_key(built):
    mission(built, "export", "--to", "broken")
    cities = built / "broken" / "cities.csv"
    cities.write_text(cities.read_text().splitlines()[0] + "\n")
    assert refusals(built / "broken" / "datapackage.json") != []


@pytest.mark.parametrize("report", VIEWS)
def test_datasette_serves_the_rows_of_each_report(built, report):
    path = f"/mission/{VIEWS[report]}.json?_shape=array&_size=max"
    command = [str(Path(sys.executable).parent / "datasette"), "mission.db", "--get", path]
    served = subprocess.run(command, cwd=built, capture_output=True, check=True).stdout
    assert json.loads(served) == json.loads(mission(built, "report", report, "-f", "json"))


@pytest.mark.parametrize("table", TABLES)
def test_duckdb_and_pandas_read_the_same_rows_from_csv_and_from_sqlite(built, table):
    header, *expected = rows(built, table)
    (built / "table.csv").write_text(mission(built, "export", table))
    frame = pandas.read_csv(built / "table.csv", dtype=str, keep_default_na=False)
    assert (list(frame.columns), frame.values.tolist()) == (header, expected)
    read = duckdb.sql(f"SELECT * FROM read_csv('{built}/table.csv', header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"')")
    assert read.columns == header
    assert [["" if cell is None else cell for cell in row] for row in read.fetchall()] == expected
    with sqlite3.connect(f"file:{built}/mission.db?mode=ro", uri=True) as database:
        frame = pandas.read_sql(f"SELECT {', '.join(header)} FROM {table}", database)
    assert len(frame) == len(expected)
    key = header[0]
    assert sorted(frame[key].tolist()) == sorted(row[0] for row in expected)


def cell_text(value):
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return str(value)


def test_openpyxl_reads_the_same_values_and_real_dates(built):
    mission(built, "export", "-o", "all.xlsx")
    workbook = openpyxl.load_workbook(built / "all.xlsx")
    assert workbook.sheetnames == TABLES + [f"report {name}" for name in VIEWS] + ["report check"]
    for table in TABLES:
        sheet = workbook[table]
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref
        assert [[cell_text(cell.value) for cell in row] for row in sheet.iter_rows()] == rows(built, table)
        for row in sheet.iter_rows(min_row=2):
            for cell, name in zip(row, [cell.value for cell in sheet[1]]):
                if cell.value is not None and name.endswith("_day"):
                    assert cell.is_date and cell.number_format == "yyyy-mm-dd"


def test_libreoffice_reads_the_same_values(built, tmp_path):
    mission(built, "export", "-o", "all.xlsx")
    to_csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    subprocess.run(["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", to_csv,
                    "--outdir", str(tmp_path), str(built / "all.xlsx")], check=True, capture_output=True)
    for table in TABLES:
        read = list(csv.reader(io.StringIO((tmp_path / f"all-{table}.csv").read_text())))
        assert read == rows(built, table), table


@pytest.mark.parametrize("possible", [[], ["--possible"]])
def test_icalendar_reads_every_event_once(built, possible):
    text = mission(built, "export", "events", "-f", "ics", *possible)
    calendar = icalendar.Calendar.from_ical(text)
    entries = calendar.walk("VEVENT")
    condition = "" if possible else "WHERE date_basis = 'stated' OR first_day = last_day"
    expected = json.loads(mission(built, "query", f"SELECT event_id, title, last_day FROM events {condition}", "-f", "json"))
    assert sorted(str(entry["SUMMARY"]) for entry in entries) == sorted(event["title"] for event in expected)
    assert len({str(entry["UID"]) for entry in entries}) == len(entries)
    for entry in entries:
        assert not isinstance(entry.decoded("DTSTART"), datetime.datetime)
        assert entry.decoded("DTEND") > entry.decoded("DTSTART")
    assert not any(component.errors for component in calendar.walk())


def test_shapely_places_every_city(built):
    collection = json.loads(mission(built, "export", "cities", "-f", "geojson"))
    features = collection["features"]
    assert len({feature["id"] for feature in features}) == len(features)
    cities = {row[0]: row for row in rows(built, "cities")[1:]}
    assert {feature["properties"]["city_id"] for feature in features} == set(cities)
    for feature in features:
        _, _, _, _, latitude, longitude = cities[feature["properties"]["city_id"]]
        if latitude:
            point = shapely.geometry.shape(feature["geometry"])
            assert (point.x, point.y) == (float(longitude), float(latitude))
        else:
            assert feature["geometry"] is None


def test_sarif_of_a_check_fits_its_schema(built):
    schema = json.loads(Path(os.environ["SARIF_SCHEMA"]).read_text())
    log = json.loads(mission(built, "check", "-f", "sarif"))
    jsonschema.Draft7Validator(schema).validate(log)
    assert len(log["runs"][0]["results"]) == len(rows(built, "claims")) - 1


def test_junit_fits_the_schema_of_jenkins(built):
    schema = lxml.etree.XMLSchema(file=os.environ["JUNIT_SCHEMA"])
    (built / "bad").mkdir(exist_ok=True)
    (built / "bad" / "missions.csv").write_text("mission_id,name\nM 1,\n")
    for arguments in [("check", "-f", "junit"), ("init", "bad", "-f", "junit", "--db", "bad.db")]:
        schema.assertValid(lxml.etree.fromstring(mission(built, *arguments).encode()))


def test_junit_of_a_check_is_read_with_every_claim(built):
    (built / "check.xml").write_text(mission(built, "check", "-f", "junit"))
    suites = junitparser.JUnitXml.fromfile(str(built / "check.xml"))
    suites = [suites] if isinstance(suites, junitparser.TestSuite) else list(suites)
    assert sum(len(list(suite)) for suite in suites) == len(rows(built, "claims")) - 1


def test_sqlite_takes_the_statements_of_every_table(built):
    database = sqlite3.connect(":memory:")
    database.executescript((ROOT / "schema.sql").read_text())
    taken = 0
    for table in TABLES:
        header, *expected = rows(built, table)
        # A count has bounds in the schema, which the data folder does not have.
        if [column[1] for column in database.execute(f"PRAGMA table_info({table})")] == header:
            database.executescript(mission(built, "export", table, "-f", "sql"))
            assert database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == len(expected)
            taken += 1
    assert taken > len(TABLES) / 2
