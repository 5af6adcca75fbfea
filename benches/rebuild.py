#!/usr/bin/env python3
"""Times a rebuild after one change against full builds, turn by turn, and prints a Markdown table.

    rebuild.py CONTENT [--samverka target/release/samverka] [--runs 5] [--work DIR]

CONTENT is a folder of generate.py that may be changed: before each run a sentence in one example is another. Four things
are timed, the first two each into an output folder of its own below DIR (a new temporary folder):

    new        a full build into a folder that does not exist
    existing   a full build into the folder of the one before, which is replaced and removed
    changed    a build --incremental into the folder of the one before
    titled     the same, when the example's title is another too, which lists, feeds and data show

The disk's queue is emptied before each run. Nothing is removed until the end, but `existing` itself removes a whole site
each time, after which ext4 makes files slowly for minutes: compare `changed` with both others, or use a DIR in memory
(/dev/shm), where removing costs nothing afterwards.
"""

import argparse
import filecmp
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

TODAY = "2026-11-22"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("content", type=Path)
    parser.add_argument("--samverka", default="target/release/samverka")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--work", type=Path)
    arguments = parser.parse_args()

    work = Path(tempfile.mkdtemp(prefix="samverka-rebuild-", dir=arguments.work))
    examples = sorted((arguments.content / "exempel").glob("*.md"))
    page = examples[len(examples) // 2]
    original = page.read_text()

    def build(out, *more):
        command = [arguments.samverka, "build", "--content", str(arguments.content), "--out", str(out), "--today", TODAY, *more]
        os.sync()
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start

    def change(number, title=0):
        text = original.replace("\n## Arbetssätt\n\n", f"\n## Arbetssätt\n\nByggd {number} gånger. ", 1)
        page.write_text(text.replace('\ntitel: "', f'\ntitel: "{title} ', 1))

    times = {"new": [], "existing": [], "changed": [], "titled": []}
    try:
        build(work / "existing")
        # The second build finds an old site to keep as the spare tree.
        for number in range(2):
            change(number)
            build(work / "changed", "--incremental")
        for run in range(arguments.runs):
            change(run + 2, run)
            times["changed"].append(build(work / "changed", "--incremental"))
            change(run + 2, run + 1)
            times["titled"].append(build(work / "changed", "--incremental"))
            times["new"].append(build(work / f"new-{run}"))
            times["existing"].append(build(work / "existing"))
        compare(work / "changed", work / "existing")
    finally:
        page.write_text(original)
        shutil.rmtree(work)

    full = {name: statistics.median(times[name]) for name in ("new", "existing")}
    print(f"\n**{len(examples):,} examples, medians of {arguments.runs} runs, {os.cpu_count()} cores**\n")
    print("| | wall s | least–most | times new | times existing |\n| --- | --: | --: | --: | --: |")
    for name, walls in times.items():
        median = statistics.median(walls)
        ratios = f"{median / full['new']:.2f} | {median / full['existing']:.2f}"
        print(f"| {name} | {median:.2f} | {min(walls):.2f}–{max(walls):.2f} | {ratios} |")


def compare(one, other):
    """Both ways must have made the same site."""
    files = [sorted(str(path.relative_to(site)) for path in site.rglob("*") if path.is_file()) for site in (one, other)]
    assert files[0] == files[1], "not the same files"
    _, differing, missing = filecmp.cmpfiles(one, other, files[0], shallow=False)
    assert not differing and not missing, f"not the same bytes: {(differing + missing)[:5]}"


if __name__ == "__main__":
    main()
