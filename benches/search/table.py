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
PARTS = [("script", "script"), ("wasm", "WebAssembly"), ("list", "root or page list"), ("index", "index"), ("pages", "page texts"), ("other", "other")]
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
    """The figures of one size. `rows` gives (what, ours, theirs, their ratio's digits, goal) as text."""

    def __init__(self, folder):
        read = lambda name: json.loads((folder / name).read_text(encoding="utf-8"))
        self.builds, visits = read("builds.json"), read("visits.json")
        self.rate = read("lines.json")["rate"]
        self.pages = self.builds["pages"]
        self.ours, self.theirs = visits.get("samverka"), visits.get("pagefind")

    def rows(self):
        yield from self.build_rows()
        for label, kinds, goal in [
            ("first search, one word, kB", ONE_WORD, "one word"),
            *((f"… {kind}", [kind], "one word") for kind in ONE_WORD),
            ("first search, two words, kB", ["two"], "two"),
        ]:
            yield self.row(label, goal, lambda engine: spread([s["bytes"] / 1000 for s in of(engine, kinds)]))
        for part, label in PARTS:
            yield self.row(f"of one word: {label}, kB", None, lambda engine: spread([s["parts"].get(part, 0) / 1000 for s in of(engine, ONE_WORD)]))
        yield self.row("script and WebAssembly, kB", "code", lambda engine: spread([
            (s["parts"].get("script", 0) + s["parts"].get("wasm", 0)) / 1000 for s in of(engine, ONE_WORD)]))  # fmt: skip
        words = [*ONE_WORD, "two"]
        yield self.row("requests", None, lambda engine: spread([s["requests"] for s in of(engine, words)], 0))
        yield self.row("rounds, each waiting for the one before", "rounds", lambda engine: spread([s["rounds"] for s in of(engine, words)], 0))
        yield self.row("ms to the first ten results, 100 ms a request", None, lambda engine: spread([s["milliseconds"] for s in of(engine, words) if s["results"]], 0))
        yield self.row("filters with counts, more, kB", "filters", lambda engine: spread([s["parts"].get("filters", 0) / 1000 for s in of(engine, words)]))
        # Pagefind does not look for what was meant.
        slips = [(s["bytes"] - s["base"]) / 1000 for s in of(self.ours, ["slip"])] if self.ours else []
        yield self.compared("a slip in one word, more, kB", spread(slips), (None, NONE), "slip")
        yield self.row("typed letter by letter, with filters, kB", None, lambda engine: spread([s["bytes"] / 1000 for s in engine.get("typed", [])]))
        yield self.row("queries without results", None, lambda engine: (None, str(sum(s["results"] == 0 for s in of(engine, [*words, "slip"])))))
        yield self.row("keystroke, engine, ms (median; p95)", "keystroke", lambda engine: typed(engine, "engine"))
        yield self.row("… with counts", None, lambda engine: typed(engine, "filters"))
        yield self.row("… on the page, until the list changes", None, lambda engine: typed(engine, "page"))
        yield ["`samverka search --stdin`, queries a second", f"{self.rate:,.0f}" if self.rate else NONE, NONE, "", self.goal("rate")]

    def build_rows(self):
        hugo = self.builds["Hugo"]
        ours, theirs = self.builds.get("samverka build"), self.builds.get("Hugo + Pagefind")
        for key, label, digits in [("wall", "build, wall s", 2), ("cpu", "build, CPU s", 2), ("peak", "build, peak MiB", 0)]:
            alone = f"{label} (Hugo alone: {hugo[key]:.{digits}f}"
            share = f"; ours is {ours[key] / hugo[key]:.2f} of it)" if ours else ")"
            cell = lambda build: (build[key], f"{build[key]:.{digits}f}") if build else (None, NONE)
            yield self.compared(alone + share, cell(ours), cell(theirs), key)
        count = lambda build, at: (build["index"][at], f"{build['index'][at]:,}") if build and build["index"][0] else (None, NONE)
        yield self.compared("index, files", count(ours, 0), count(theirs, 0), "files")
        size = lambda build: (build["index"][1], f"{build['index'][1] / 1e6:.1f}") if build and build["index"][0] else (None, NONE)
        yield self.compared("index, MB", size(ours), size(theirs), None)

    def row(self, label, goal, cell):
        """`cell` gives of an engine's figures (median or None, text)."""
        ours, theirs = (cell(engine) if engine else (None, NONE) for engine in (self.ours, self.theirs))
        return self.compared(label, ours, theirs, goal)

    def compared(self, label, ours, theirs, goal):
        ratio = f"{ours[0] / theirs[0]:.2f}" if ours[0] is not None and theirs[0] else ""
        return [label, ours[1], theirs[1], ratio, self.goal(goal)]

    def goal(self, name):
        goals = GOALS.get(name, {})
        return goals.get(self.pages, goals.get(None, ""))


def of(engine, kinds):
    return [search for search in engine["searches"] if search["kind"] in kinds]


def spread(values, digits=1):
    """(median, "median; most m")"""
    if not values:
        return None, NONE
    middle, most = statistics.median(values), max(values)
    text = f"{middle:.{digits}f}" if f"{middle:.{digits}f}" == f"{most:.{digits}f}" else f"{middle:.{digits}f}; most {most:.{digits}f}"
    return middle, text


def typed(engine, kind):
    times = sorted(engine["keystrokes"].get(kind, []))
    if not times:
        return None, NONE
    middle = statistics.median(times)
    return middle, f"{middle:.1f}; {times[int(len(times) * 0.95)]:.1f}"


def main():
    sites = [Site(Path(folder)) for folder in sys.argv[1:]]
    runs, cores = sites[0].builds["runs"], sites[0].builds["cores"]
    print(f"\nMedians of {runs} builds and of 20 queries of each kind, {cores} cores. Ratio: ours / Pagefind's.\n")
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
