#!/usr/bin/env python3
"""Measures searches of the sites that measure.py kept: in Chromium (measure.mjs), and on the command line.

    visits.py SITE --samverka PROGRAM

SITE holds `builds.json` and `hugo/queries.jsonl`; `visits.json` and `lines.json` are written beside them.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

# Queries put to the command, each of those of the site many times.
LINES = 6000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--samverka", required=True)
    arguments = parser.parse_args()
    builds = json.loads((arguments.site / "builds.json").read_text(encoding="utf-8"))
    queries = arguments.site / "hugo" / "queries.jsonl"

    script = Path(__file__).resolve().parent / "measure.mjs"
    command = ["node", str(script), str(queries)]
    theirs, ours = builds.get("Hugo + Pagefind"), builds.get("samverka build")
    if theirs:
        command += ["--pagefind", theirs["folder"]]
    if ours:
        command += ["--samverka", ours["folder"]]
    with (arguments.site / "visits.json").open("w", encoding="utf-8") as out:
        subprocess.run(command, stdout=out, check=True)
    rate = queries_a_second(arguments.samverka, ours["folder"], queries) if ours else None
    (arguments.site / "lines.json").write_text(json.dumps({"rate": rate}), encoding="utf-8")


def queries_a_second(samverka, folder, queries):
    """How many the command answers in a second, its start included; None without that command."""
    asked = [json.loads(line)["query"] for line in queries.read_text(encoding="utf-8").splitlines()]
    lines = "".join(asked[number % len(asked)] + "\n" for number in range(LINES))
    start = time.perf_counter()
    command = [samverka, "search", "--site", folder, "--stdin", "--limit", "10"]
    done = subprocess.run(command, input=lines.encode(), capture_output=True)
    wall = time.perf_counter() - start
    if done.returncode != 0:
        print(f"samverka search: {done.stderr.decode(errors='replace').strip()[:500]}", file=sys.stderr)
        return None
    answers = done.stdout.count(b"\n")
    if answers != LINES:
        sys.exit(f"samverka search answered {answers} of {LINES} queries")
    return LINES / wall


if __name__ == "__main__":
    main()
