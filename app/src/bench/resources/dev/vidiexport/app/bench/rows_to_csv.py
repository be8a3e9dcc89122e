"""Turns the rows of a saved body into CSV, as one would without looking for a tool."""

import csv
import json
import sys

with open(sys.argv[1], encoding="utf-8") as body:
    rows = json.load(body)["data"]
with open(sys.argv[2], "w", encoding="utf-8", newline="") as output:
    writer = csv.writer(output)
    writer.writerow(rows[0].keys())
    writer.writerows(row.values() for row in rows)
