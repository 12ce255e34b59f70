"""Reads a folder that `mission export --to DIR` wrote into Spark SQL, with the reports as views, and answers a question:

    spark-submit docs/spark.py DIR 'SELECT * FROM missions_overview'
"""

import json
import sys
from pathlib import Path

TYPES = {"string": "STRING", "integer": "BIGINT", "number": "DOUBLE", "date": "DATE"}


def quoted(path):
    return str(path).replace("\\", "\\\\").replace("'", "\\'")


def load(spark, folder):
    """Makes the tables with the types of the Data Package, and the views as they are."""
    folder = Path(folder).resolve()
    for table in json.loads((folder / "datapackage.json").read_text())["resources"]:
        columns = ", ".join(f"{field['name']} {TYPES[field['type']]}" for field in table["schema"]["fields"])
        spark.sql(f"DROP TABLE IF EXISTS {table['name']}")
        spark.sql(f"CREATE TABLE {table['name']} ({columns}) USING csv "
                  f"OPTIONS (path '{quoted(folder / table['path'])}', header true, multiLine true, escape '\"')")
    for statement in (folder / "views.sql").read_text().split(";\n"):
        if "CREATE VIEW" in statement:
            spark.sql(statement.replace("CREATE VIEW", "CREATE OR REPLACE VIEW"))


if __name__ == "__main__":
    from pyspark.sql import SparkSession

    session = SparkSession.builder.appName("mission").getOrCreate()
    load(session, sys.argv[1])
    session.sql(sys.argv[2]).show(1000, truncate=False)
