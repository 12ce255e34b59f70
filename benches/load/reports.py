#!/usr/bin/env python3
"""Measures commands that read a large database: one mission of many, all missions against DuckDB, and every verdict.

The databases are built first, which is not measured. See README.md beside this file.
"""

import argparse
import csv
import sys
import tempfile
from pathlib import Path
from statistics import median

from compare import duckdb, tables_of
from measure import Contestant, alternate, floor, print_table, run

SEED_MISSION = "usa-west-2025"

# The columns of the view missions_overview, except the verdicts, which DuckDB has not worked out.
OVERVIEW = """
WITH stated AS (
    SELECT mission_id, subject, category_id,
           coalesce(string_agg(DISTINCT "count", ' / ') FILTER (stage IS DISTINCT FROM 'expected'),
                    string_agg(DISTINCT "count", ' / ')) AS stated
    FROM   claims
    WHERE  region_id IS NULL AND city_id IS NULL AND day IS NULL
    GROUP  BY ALL
),
p AS (SELECT mission_id, count(*) AS n FROM participants GROUP BY ALL),
a AS (SELECT mission_id, count(*) AS n FROM agreements WHERE status <> 'planned' GROUP BY ALL),
e AS (SELECT mission_id, count(*) AS n FROM events GROUP BY ALL),
c AS (SELECT mission_id, count(*) AS n FROM claims GROUP BY ALL)
SELECT m.mission_id, m.name, m.first_day, m.last_day, m.last_day::DATE - m.first_day::DATE + 1 AS days,
       people.stated AS people, companies.stated AS companies, agreed.stated AS agreements,
       ifnull(p.n, 0) AS participants_listed, ifnull(a.n, 0) AS agreements_listed, ifnull(e.n, 0) AS events_listed,
       ifnull(c.n, 0) AS claims
FROM   missions AS m
LEFT   JOIN stated AS people    ON people.mission_id = m.mission_id
                               AND people.subject = 'people' AND people.category_id IS NULL
LEFT   JOIN stated AS companies ON companies.mission_id = m.mission_id
                               AND companies.subject = 'participants' AND companies.category_id = 'company'
LEFT   JOIN stated AS agreed    ON agreed.mission_id = m.mission_id
                               AND agreed.subject = 'agreements' AND agreed.category_id IS NULL
LEFT   JOIN p ON p.mission_id = m.mission_id
LEFT   JOIN a ON a.mission_id = m.mission_id
LEFT   JOIN e ON e.mission_id = m.mission_id
LEFT   JOIN c ON c.mission_id = m.mission_id
ORDER  BY m.mission_id
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dir", type=Path, help="a data folder of generate.py")
    parser.add_argument("--mission", type=Path, required=True, help="the binary, built with --release")
    parser.add_argument("--db", type=Path, help="the database of DIR, if there is one already")
    parser.add_argument("--runs", type=int, default=40, help="of the report of one mission; the others get a quarter")
    parser.add_argument("--only-mission", action="store_true", help="without DuckDB")
    parser.add_argument("--temp", type=Path, help="where the databases go")
    args = parser.parse_args()
    mission = args.mission.resolve()
    with tempfile.TemporaryDirectory(prefix="mission-load-", dir=args.temp) as folder:
        big = args.db or Path(folder) / "big.db"
        seed = Path(folder) / "seed.db"
        run([mission, "init", "--db", seed])
        if not args.db:
            run([mission, "init", args.dir, "--db", big])
        one_mission(mission, args.dir, big, seed, args.runs)
        fewer = max(1, args.runs // 4)
        all_missions(mission, args.dir, big, None if args.only_mission else Path(folder), fewer)
        every_verdict(mission, big, fewer)
    print(f"No peak is shown below {floor():.0f} MiB, that of the Python which starts the tools.")


def one_mission(mission, folder, big, seed, runs):
    with open(folder / "missions.csv", encoding="utf-8", newline="") as file:
        ids = [row["mission_id"] for row in csv.DictReader(file)]
    print(f"mission report participants, one mission: of {len(ids)}, and of the seed")
    report = [mission, "report", "participants", "--mission"]
    measure([Contestant("large", lambda: run([*report, ids[len(ids) // 2], "--db", big])),
             Contestant("seed", lambda: run([*report, SEED_MISSION, "--db", seed]), "large")], runs, "large/seed")


def all_missions(mission, data, big, folder, runs):
    print("mission report missions -f csv, all missions")
    contestants = [Contestant("mission", lambda: run([mission, "report", "missions", "-f", "csv", "--db", big]))]
    inside = []
    if folder:
        copy, seconds = folder / "copy.duckdb", folder / "seconds"
        run(duckdb(tables_of(data), copy))
        script = f"""
import duckdb, sys, time
start = time.perf_counter()
with duckdb.connect({str(copy)!r}, read_only=True) as db:
    db.execute({f"COPY ({OVERVIEW}) TO '/dev/stdout' (FORMAT csv, HEADER)"!r})
print(time.perf_counter() - start, file=sys.stderr)
"""

        def duckdb_once():
            result = run([sys.executable, "-c", script], stderr=seconds)
            inside.append(float(seconds.read_text()))
            return result

        contestants.append(Contestant("duckdb", duckdb_once))
    measure(contestants, runs)
    if inside:
        ours = median(run.wall for run in contestants[0].runs)
        print(f"Most of a run of DuckDB is the start of Python. From opening the file to the last row it takes "
              f"{median(inside[1:]):.3f} s (median); the whole process of mission {ours:.3f} s.\n")


def every_verdict(mission, big, runs):
    print("mission check -f csv, every claim")
    # Exit 1: a claim is refuted.
    check = [mission, "check", "-f", "csv", "--db", big]
    measure([Contestant("mission", lambda: run(check, good_exits=(0, 1)))], runs)


def measure(contestants, runs, ratio="mission/tool"):
    """The first round is not counted: it finds the pages of the database on disk, the others in memory."""
    alternate(contestants, runs + 1)
    for contestant in contestants:
        del contestant.runs[0]
    print_table(contestants, ratio)


if __name__ == "__main__":
    main()
