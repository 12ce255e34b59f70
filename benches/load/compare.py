#!/usr/bin/env python3
"""Loads the same data folder with `mission init` and with other tools, in turns, and compares time and memory.

Run it with a Python that has the peers: pip install duckdb sqlite-utils. See README.md beside this file.
"""

import argparse
import os
import shlex
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from measure import Contestant, alternate, floor, print_table, run

SCHEMA = Path(__file__).parents[2] / "schema.sql"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dir", type=Path, help="a data folder of generate.py")
    parser.add_argument("--mission", type=Path, required=True, help="the binary, built with --release")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", default="sqlite3,duckdb",
                        help=f"some of {','.join(PEERS)} and sqlite-utils, with commas (default: %(default)s)")
    parser.add_argument("--tenth", type=Path, help="a smaller data folder, for sqlite-utils; DIR if not given")
    parser.add_argument("--only-mission", action="store_true")
    parser.add_argument("--temp", type=Path, help="where the databases go, one at a time")
    args = parser.parse_args()
    peers = [] if args.only_mission else args.peers.split(",")
    tables = tables_of(args.dir)

    def contestant(name, command, tables, rival="mission"):
        return Contestant(name, lambda: load(command, tables, args.temp), rival)

    contestants = [contestant("mission", mission_init(args.mission), tables)]
    for peer in peers:
        if peer in PEERS:
            contestants.append(contestant(peer, PEERS[peer], tables))
        elif peer != "sqlite-utils":
            parser.error(f"no such peer: {peer}")
    if "sqlite-utils" in peers and args.tenth:
        tenth = tables_of(args.tenth)
        contestants.append(contestant("mission, tenth", mission_init(args.mission), tenth, rival=None))
        contestants.append(contestant("sqlite-utils, tenth", sqlite_utils, tenth, "mission, tenth"))
    elif "sqlite-utils" in peers:
        contestants.append(contestant("sqlite-utils", sqlite_utils, tables))

    alternate(contestants, args.rounds)
    print_table(contestants)
    print(f"No peak is shown below {floor():.0f} MiB, that of the Python which starts the tools.")


class Table:
    """A table of the data folder, with the columns that its CSV file has, in the order of the file."""

    def __init__(self, name, file, schema):
        self.name = name
        self.file = file.resolve()
        known = {column: (kind, not_null, key) for _, column, kind, not_null, _, key
                 in schema.execute(f"PRAGMA table_info({name})")}
        # Reads the whole file, so that no measurement pays for the disk. No cell of generate.py holds a line break.
        with open(file, "rb") as lines:
            header = next(lines).decode().strip().split(",")
            self.rows = sum(1 for _ in lines)
        self.columns = [(column, known[column][0], known[column][1]) for column in header]
        self.key = sorted((column for column in known if known[column][2]), key=lambda column: known[column][2])
        self.options = "STRICT, WITHOUT ROWID" if self.key else "STRICT"
        self.indexes = [sql for sql, in schema.execute(
            "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL", [name])]

    def column_definitions(self, kinds):
        return ", ".join(f"{column} {kinds[kind]}{' NOT NULL' if not_null else ''}"
                         for column, kind, not_null in self.columns)


def tables_of(folder):
    """The tables of schema.sql, made simpler for the peers, which favours them.

    Kept: tables, types, NOT NULL, keys, indexes. Dropped: every CHECK and REFERENCES (the sqlite3 shell imports an
    empty cell as '', which `CHECK (url GLOB 'http*')` and the foreign keys would refuse), and the columns that no CSV
    file has: count_min, count_max, amount_min and amount_max, which `mission` works out of count and amount.
    """
    schema = sqlite3.connect(":memory:")
    schema.executescript(SCHEMA.read_text(encoding="utf-8"))
    names = [name for name, in schema.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")]
    return [Table(name, folder / f"{name}.csv", schema) for name in names if (folder / f"{name}.csv").exists()]


def mission_init(mission):
    return lambda tables, db: [mission.resolve(), "init", tables[0].file.parent, "--db", db]


TUNED = ["PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -1048576",
         "PRAGMA temp_store = MEMORY", "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA foreign_keys = OFF"]


def sqlite3_shell(tables, db):
    """Straight into the tables: one transaction without journal or foreign keys, in a cache that holds everything."""
    imports = [f'.import --skip 1 "{table.file}" {table.name}' for table in tables]
    return ["sqlite3", "-bail", db, *TUNED, *sqlite_tables(tables), "BEGIN", ".mode csv", *imports, "COMMIT"]


def sqlite3_sorted(tables, db):
    """By way of memory, and from there in the order of the key, sorted by two threads in runs that fit their caches."""
    steps = [*TUNED, "PRAGMA threads = 2", *sqlite_tables(tables), ".mode csv"]
    for table in tables:
        order = f" ORDER BY {', '.join(table.key)}" if table.key else ""
        steps += [f"CREATE TEMP TABLE staged ({table.column_definitions(SQLITE)})",
                  "BEGIN", f'.import --schema temp --skip 1 "{table.file}" staged', "COMMIT",
                  "PRAGMA cache_size = -65536", f"INSERT INTO {table.name} SELECT * FROM staged{order}",
                  "PRAGMA cache_size = -1048576", "DROP TABLE staged"]
    return ["sqlite3", "-bail", db, *steps]


SQLITE = {"TEXT": "TEXT", "REAL": "REAL", "INTEGER": "INTEGER"}


def sqlite_tables(tables):
    for table in tables:
        key = f", PRIMARY KEY ({', '.join(table.key)})" if table.key else ""
        yield f"CREATE TABLE {table.name} ({table.column_definitions(SQLITE)}{key}) {table.options}"
        yield from table.indexes


def duckdb(tables, db):
    """The fastest way: the rows first, by all threads, then the primary key over all of them."""
    return duckdb_command(tables, db, key_first=False)


def duckdb_key_first(tables, db):
    """The plain way, CREATE TABLE with PRIMARY KEY: the key is kept row by row, by one thread."""
    return duckdb_command(tables, db, key_first=True)


def duckdb_command(tables, db, key_first):
    kinds = {"TEXT": "VARCHAR", "REAL": "DOUBLE", "INTEGER": "BIGINT"}
    steps = ["SET preserve_insertion_order = false"]
    for table in tables:
        path = str(table.file).replace("'", "''")
        key = f"PRIMARY KEY ({', '.join(table.key)})"
        within = f", {key}" if table.key and key_first else ""
        steps.append(f"CREATE TABLE {table.name} ({table.column_definitions(kinds)}{within})")
        # No guessing of types: everything stays the text that it is, as in the other databases.
        steps.append(f"INSERT INTO {table.name} SELECT * FROM read_csv('{path}', header = true, delim = ',', "
                     "quote = '\"', escape = '\"', all_varchar = true)")
        if table.key and not key_first:
            steps.append(f"ALTER TABLE {table.name} ADD {key}")
        steps += table.indexes
    steps.append("CHECKPOINT")
    script = f"""
import duckdb
with duckdb.connect({str(db)!r}) as db:
    for step in {steps!r}:
        db.execute(step)
"""
    return [sys.executable, "-c", script]


def sqlite_utils(tables, db):
    """One process per file, one transaction each; the shell makes the tables, which saves a start of Python for each.

    `sqlite-utils insert` commits every hundred rows or so and takes three times as long.
    """
    commands = [["sqlite3", "-bail", db, *sqlite_tables(tables)]]
    for table in tables:
        values = ", ".join(f":{column}" for column, _, _ in table.columns)
        insert = f"INSERT INTO {table.name} VALUES ({values})"
        commands.append([sys.executable, "-m", "sqlite_utils", "bulk", db, insert, table.file, "--csv",
                         "--batch-size", table.rows])
    return ["sh", "-c", " && ".join(shlex.join(map(str, command)) for command in commands)]


PEERS = {"sqlite3": sqlite3_shell, "sqlite3-sorted": sqlite3_sorted,
         "duckdb": duckdb, "duckdb-key-first": duckdb_key_first}


def load(command, tables, temp):
    """Measures one load into a fresh file, looks whether everything is in it, and throws it away."""
    with tempfile.TemporaryDirectory(prefix="mission-load-", dir=temp) as folder:
        db = Path(folder) / "load.db"
        os.sync()  # what the last load left to be written must not slow down this one
        result = run(command(tables, db))
        loaded = count_rows(tables, db)
        if loaded != [table.rows for table in tables]:
            raise SystemExit(f"not all rows were loaded by {command(tables, db)[0]}: {loaded}")
        return result


def count_rows(tables, db):
    counts = [f"SELECT {number}, count(*) FROM {table.name}" for number, table in enumerate(tables)]
    query = " UNION ALL ".join(counts) + " ORDER BY 1"
    with open(db, "rb") as file:
        is_sqlite = file.read(15) == b"SQLite format 3"
    if is_sqlite:
        with closing(sqlite3.connect(db)) as connection:
            return [rows for _, rows in connection.execute(query)]
    # In a process of its own: with the library in this one, no peak of a child could be shown below its size.
    script = f"""
import duckdb
with duckdb.connect({str(db)!r}, read_only=True) as db:
    print(*(rows for _, rows in db.execute({query!r}).fetchall()))
"""
    return [int(rows) for rows in subprocess.check_output([sys.executable, "-c", script]).split()]


if __name__ == "__main__":
    main()
