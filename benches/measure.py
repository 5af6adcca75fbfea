#!/usr/bin/env python3
"""Times samverka and Hugo on the two forms of one generated site, turn by turn, and prints a Markdown table.

    measure.py SITE --hugo PROGRAM --samverka PROGRAM [--pagefind PROGRAM] [--runs 5] [--keep FILE]

SITE holds `samverka/` and `hugo/` from generate.py; the output is written beside them. Turn by turn, because absolute
times drift: only what ran in the same minutes can be compared. Each run writes a folder of its own, with the disk's queue
empty, and all are removed at the end: ext4 makes new files slowly for minutes after many were removed, which would time the
file system's caution instead of the programs. Wall time is from start to exit; CPU and memory are what the kernel counted
for the process (wait4).

With --pagefind, Hugo followed by Pagefind is timed as well. With --keep, what each made last stays, and the file names
those folders and the figures, as JSON.
"""

import argparse
import dataclasses
import json
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

TODAY = "2026-11-22"


@dataclasses.dataclass
class Task:
    name: str
    command: list[str]
    output: Path | None
    # The folder of the search index within the output.
    index: str | None = None
    turn: int = 0
    runs: list[tuple[float, float, float]] = dataclasses.field(default_factory=list)

    def run(self):
        """(wall seconds, CPU seconds, peak resident MiB) of one run."""
        self.turn += 1
        command = [argument.replace("OUTPUT", str(self.folder())) for argument in self.command]
        os.sync()
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        complaints = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{' '.join(self.command)}: exit code {process.returncode}\n{complaints.decode(errors='replace')[-2000:]}")
        if self.output and not any(self.folder().glob("*")):
            sys.exit(f"{' '.join(self.command)}: wrote nothing")
        return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024

    def folder(self):
        """Where the latest run writes."""
        return self.output / str(self.turn) if self.output else None

    def medians(self):
        return [statistics.median(column) for column in zip(*self.runs)]

    def written(self, within="."):
        """(files, bytes) of a folder of the output."""
        found = (self.folder() / within).rglob("*") if self.output else []
        sizes = [path.stat().st_size for path in found if path.is_file()]
        return len(sizes), sum(sizes)

    def figures(self):
        wall, cpu, peak = self.medians()
        site, index = self.written(), self.written(self.index) if self.index else (0, 0)
        return {"folder": str(self.folder()), "wall": wall, "cpu": cpu, "peak": peak, "site": site, "index": index}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--hugo", required=True)
    parser.add_argument("--samverka", required=True)
    parser.add_argument("--pagefind")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--keep", type=Path)
    arguments = parser.parse_args()

    tasks = tasks_of(arguments.site, arguments.hugo, arguments.samverka, arguments.pagefind)
    for task in tasks:
        if task.output:
            shutil.rmtree(task.output, ignore_errors=True)
            task.output.mkdir(parents=True)
    for turn in range(arguments.runs + 1):
        for task in tasks:
            figures = task.run()
            if turn > 0:  # the first warms up
                task.runs.append(figures)
    pages = len(list((arguments.site / "hugo" / "content" / "exempel").iterdir()))
    print_table(f"{pages:,} pages, medians of {arguments.runs} runs, {os.cpu_count()} cores", tasks)
    if arguments.keep:
        kept = {task.name: task.figures() for task in tasks if task.output}
        kept |= {"pages": pages, "runs": arguments.runs, "cores": os.cpu_count()}
        arguments.keep.write_text(json.dumps(kept, indent=1), encoding="utf-8")
    for task in tasks:
        for folder in task.output.iterdir() if task.output else []:
            if not arguments.keep or folder != task.folder():
                shutil.rmtree(folder)


def tasks_of(site, hugo, samverka, pagefind=None):
    output = site / "out-hugo"
    build = [hugo, "--quiet", "--source", str(site / "hugo"), "--destination", "OUTPUT"]
    tasks = [Task("Hugo", build, output.resolve())]
    if pagefind:
        both = f'{shlex.join(build[:-1])} "$0" && {shlex.join([pagefind, "--quiet", "--site"])} "$0"'
        tasks.append(Task("Hugo + Pagefind", ["sh", "-c", both, "OUTPUT"], (site / "out-pagefind").resolve(), "pagefind"))
    if not os.access(samverka, os.X_OK):
        print(f"No program at {samverka}: only Hugo is measured.", file=sys.stderr)
        return tasks
    content, output = str(site / "samverka" / "content"), site / "out-samverka"
    build = [samverka, "build", "--content", content, "--out", "OUTPUT", "--today", TODAY]
    return tasks + [
        Task("samverka build", build, output.resolve(), "_s"),
        Task("samverka check", [samverka, "check", "--content", content], None),
    ]


def print_table(heading, tasks):
    base = tasks[0].medians()
    print(f"\n**{heading}**; in brackets: times {tasks[0].name}\n")
    print("| | wall s | CPU s | peak MiB | wall, least–most | files | MB |")
    print("| --- | --: | --: | --: | --: | --: | --: |")
    for task in tasks:
        cells = [f"{value:.{digits}f} ({value / of:.2f})" for value, of, digits in zip(task.medians(), base, (2, 2, 0))]
        walls = [wall for wall, _, _ in task.runs]
        files, size = task.written()
        written = [f"{files:,}", f"{size / 1e6:.1f}"] if task.output else ["–", "–"]
        print("| " + " | ".join([task.name, *cells, f"{min(walls):.2f}–{max(walls):.2f}", *written]) + " |")
    print(flush=True)


if __name__ == "__main__":
    main()
