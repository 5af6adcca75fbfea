#!/usr/bin/env python3
"""Prints what search.sh measured as one Markdown table, for the documentation.

    table.py SITE…

A cell has ours, Pagefind's, and in brackets ours as a share of it; where there is a goal, it stands in a column of its own.
Bytes are medians and the most of any query, in kB (1,000 bytes).
"""

import json
import statistics
import sys
from pathlib import Path

NONE = "–"
ONE_WORD = ["frequent", "medium", "rare", "compound"]
PARTS = [
    ("script", "script"),
    ("wasm", "WebAssembly"),
    ("list", "root or page list"),
    ("index", "index"),
    ("pages", "page texts"),
    ("other", "other"),
]
# Goals by pages, and for any number under None.
GOALS = {
    "one word": {1_000: "≤ 45", 10_000: "≤ 70", 100_000: "≤ 100"},
    "two": {1_000: "≤ 50", 10_000: "≤ 80", 100_000: "≤ 115"},
    "filters": {1_000: "≤ 10", 10_000: "≤ 45"},
    "code": {None: "≤ 28"},
    "rounds": {1_000: "≤ 3", 10_000: "≤ 3", 100_000: "≤ 4"},
    "slip": {1_000: "≤ 25", 10_000: "≤ 35"},
    "keystroke": {10_000: "≤ 5; p95 ≤ 15"},
    "rate": {None: "≥ 2,000"},
    "wall": {10_000: "≤ 0.7 × Hugo"},
    "peak": {10_000: "≤ 700"},
    "files": {None: "≤ pages + 500"},
}


class Site:
    """The figures of one size. `rows` gives (what, ours, theirs, their ratio, goal) as text."""

    def __init__(self, folder):
        read = lambda name: json.loads((folder / name).read_text(encoding="utf-8"))
        self.builds, visits = read("builds.json"), read("visits.json")
        self.rate = read("lines.json")["rate"]
        self.pages = self.builds["pages"]
        self.queries = max(len(visits[name]["searches"]) for name in visits)
        self.ours, self.theirs = visits.get("samverka"), visits.get("pagefind")

    def rows(self):
        yield from self.build_rows()
        words = [*ONE_WORD, "two"]
        yield self.searched("first search, one word, kB", ONE_WORD, lambda search: search["bytes"] / 1000, "one word")
        for kind in ONE_WORD:
            yield self.searched(f"… {kind}", [kind], lambda search: search["bytes"] / 1000, "one word")
        yield self.searched("first search, two words, kB", ["two"], lambda search: search["bytes"] / 1000, "two")
        for part, label in PARTS:
            yield self.searched(f"of one word: {label}, kB", ONE_WORD, lambda search: kilobytes(search, part))
        yield self.searched("script and WebAssembly, kB", ONE_WORD, lambda search: kilobytes(search, "script", "wasm"), "code")
        yield self.searched("requests", words, lambda search: search["requests"], digits=0)
        label = "rounds, each waiting for the one before"
        yield self.searched(label, words, lambda search: search["rounds"], "rounds", digits=0)
        wait = lambda search: search["milliseconds"] if search["results"] else None
        yield self.searched("ms to the first ten results, 100 ms a request", words, wait, digits=0)
        yield self.searched("filters with counts, more, kB", words, lambda search: kilobytes(search, "filters"), "filters")
        # Pagefind does not look for what was meant.
        more = lambda search: (search["bytes"] - search["base"]) / 1000 if "base" in search else None
        yield self.searched("a slip in one word, more, kB", ["slip"], more, "slip")
        typing = lambda engine: spread([search["bytes"] / 1000 for search in engine["typed"]])
        yield self.row("typed letter by letter, with filters, kB", typing)
        nothing = lambda engine: (None, str(sum(search["results"] == 0 for search in engine["searches"])))
        yield self.row("queries without results", nothing)
        yield self.row("keystroke, engine, ms (median; p95)", lambda engine: typed(engine, "engine"), "keystroke")
        yield self.row("… with counts", lambda engine: typed(engine, "filters"))
        yield self.row("… on the page, until the list changes", lambda engine: typed(engine, "page"))
        rate = f"{self.rate:,.0f}" if self.rate else NONE
        yield ["`samverka search --stdin`, queries a second", rate, NONE, "", self.goal("rate")]

    def build_rows(self):
        hugo = self.builds["Hugo"]
        ours, theirs = self.builds.get("samverka build"), self.builds.get("Hugo + Pagefind")
        for key, label, digits in [("wall", "build, wall s", 2), ("cpu", "build, CPU s", 2), ("peak", "build, peak MiB", 0)]:
            alone = f"{label} (Hugo alone: {hugo[key]:.{digits}f}"
            share = f"; ours is {ours[key] / hugo[key]:.2f} of it)" if ours else ")"
            cell = lambda build: (build[key], f"{build[key]:.{digits}f}") if build else (None, NONE)
            yield self.compared(alone + share, cell(ours), cell(theirs), key)
        for at, label, scale, digits, goal in [(0, "index, files", 1, 0, "files"), (1, "index, MB", 1e6, 1, None)]:
            sizes = [build["index"][at] / scale if build else 0 for build in (ours, theirs)]
            cells = [(size, f"{size:,.{digits}f}") if size else (None, NONE) for size in sizes]
            yield self.compared(label, *cells, goal)

    def searched(self, label, kinds, value, goal=None, digits=1):
        """`value` gives the figure of a search of these kinds, or None when it has none."""

        def cell(engine):
            values = [value(search) for search in engine["searches"] if search["kind"] in kinds]
            return spread([value for value in values if value is not None], digits)

        return self.row(label, cell, goal)

    def row(self, label, cell, goal=None):
        """`cell` gives of an engine's figures (median or None, text)."""
        ours, theirs = (cell(engine) if engine else (None, NONE) for engine in (self.ours, self.theirs))
        return self.compared(label, ours, theirs, goal)

    def compared(self, label, ours, theirs, goal):
        ratio = f"{ours[0] / theirs[0]:.2f}" if ours[0] is not None and theirs[0] else ""
        return [label, ours[1], theirs[1], ratio, self.goal(goal)]

    def goal(self, name):
        goals = GOALS.get(name, {})
        return goals.get(self.pages, goals.get(None, ""))


def kilobytes(search, *parts):
    return sum(search["parts"].get(part, 0) for part in parts) / 1000


def spread(values, digits=1):
    """(median, "median; most m")"""
    if not values:
        return None, NONE
    middle, most = statistics.median(values), max(values)
    text, top = f"{middle:.{digits}f}", f"{most:.{digits}f}"
    return middle, text if text == top else f"{text}; most {top}"


def typed(engine, kind):
    times = sorted(engine["keystrokes"].get(kind, []))
    if not times:
        return None, NONE
    middle = statistics.median(times)
    return middle, f"{middle:.1f}; {times[int(len(times) * 0.95)]:.1f}"


def main():
    sites = [Site(Path(folder)) for folder in sys.argv[1:]]
    runs, cores = sites[0].builds["runs"], sites[0].builds["cores"]
    print(f"\nMedians of builds ({runs}) and of queries ({sites[0].queries}), {cores} cores. Ratio: ours / Pagefind's.\n")
    heads = [f"{site.pages:,} pages: ours | Hugo + Pagefind | ratio | goal" for site in sites]
    print(f"| | {' | '.join(heads)} |")
    print("| --- |" + " --: | --: | --: | --- |" * len(sites))
    for rows in zip(*(site.rows() for site in sites)):
        print(f"| {rows[0][0] if len(sites) == 1 else merged(rows)} | " + " | ".join(" | ".join(row[1:]) for row in rows) + " |")


def merged(rows):
    """The label that the sizes share; what differs between them in brackets stands once for each size."""
    labels = list(dict.fromkeys(row[0] for row in rows))
    head, _, _ = labels[0].partition(" (Hugo alone")
    return labels[0] if len(labels) == 1 else head + " (" + " / ".join(label[len(head) + 2 : -1] for label in labels) + ")"


if __name__ == "__main__":
    main()
