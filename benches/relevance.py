#!/usr/bin/env python3
"""How well a search finds the page that a query was made from (known-item search), for whoever works on the ranking.

    relevance.py FOLDER [--samverka PROGRAM] [--run FILE] [--against FILE] [--site FOLDER] [--queries FOLDER]

FOLDER holds `corpus/corpus.jsonl`, one page a line (`id`, `title`, `text`), and `queries/*.jsonl` (`query`, `target`, and
`base` where the query is a changed form of another). The corpus is made into a site of plain pages, built, and asked with
`samverka search --stdin`. Printed for each set of queries: MRR@10 (the mean of 1/rank of the page meant, 0 below the tenth),
how often it comes first, and how often nothing is found; `set:base` are the unchanged queries.

--run writes {"set", "query", "ids"} for each query. --against compares with such a file of an earlier run: the difference
of MRR@10 with a 95 % interval by paired bootstrap (Sakai, "Evaluating evaluation metrics based on the bootstrap", SIGIR
2006). --site keeps the site there, so that it need not be built again when only queries change (--keep). Random letters must
find nothing: 100 strings of them are asked as well.
"""

import argparse
import json
import random as randomness
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

SETTINGS = """\
titel: Mätning
beskrivning: Sidor som bara används för att mäta hur bra sökningen är.
adress: "https://matning.example/"
lage: demonstration
avsandare: [Demonstration]
ansvarig: Redaktionen (demonstration)
kontakt: {funktion: Redaktionen}
sprak: sv
"""
TODAY = "2026-11-22"
LIMIT = 10
SAMPLES = 5000
LETTERS = "abcdefghijklmnoprstuvyåäö"
PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--samverka", default="target/release/samverka")
    parser.add_argument("--queries", type=Path, help="another folder of queries than FOLDER/queries")
    parser.add_argument("--site", type=Path, help="where to put the site (default: a temporary folder)")
    parser.add_argument("--keep", action="store_true", help="do not build the site again, when it is there")
    parser.add_argument("--run", type=Path, help="write what was found")
    parser.add_argument("--against", type=Path, help="an earlier run to compare with")
    arguments = parser.parse_args()

    rows = lines(arguments.folder / "corpus" / "corpus.jsonl")
    names = {page_name(number): row["id"] for number, row in enumerate(rows, 1)}
    with tempfile.TemporaryDirectory() as temporary:
        site = arguments.site or Path(temporary)
        if not (arguments.keep and (site / "out").is_dir()):
            build(site, rows, arguments.samverka)
        sets = query_sets(arguments.queries or arguments.folder / "queries")
        found = ask(sets, site / "out", arguments.samverka, names)
        noise = nonsense(100)
        answers = search(noise, site / "out", arguments.samverka)
    if arguments.run:
        with arguments.run.open("w", encoding="utf-8") as out:
            for name, queries in sets.items():
                for (query, _), ids in zip(queries, found[name]):
                    out.write(json.dumps({"set": name, "query": query, "ids": ids}, ensure_ascii=False) + "\n")
    print_table(sets, found, earlier(arguments.against) if arguments.against else None)
    foreign = sum(id.startswith("?") for ids in found.values() for top in ids for id in top)
    if foreign:
        print(f"\n{foreign} of the results were pages of the site that are not of the corpus.")
    hits = [query for query, answer in zip(noise, answers) if answer["results"]]
    print(f"\nRandom letters: {len(hits)} of {len(noise)} found something{': ' if hits else '.'}{', '.join(hits[:10])}")


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def page_name(number):
    """The name of a page's file, which says nothing of what it is about."""
    return f"p{number:06}"


def build(site, rows, samverka):
    """Makes SITE/content of the rows, and SITE/out of that."""
    pages = site / "content" / "sidor"
    pages.mkdir(parents=True, exist_ok=True)
    for old in pages.iterdir():
        old.unlink()
    (site / "content" / "webbplats.yaml").write_text(SETTINGS, encoding="utf-8")
    for number, row in enumerate(rows, 1):
        front = f"titel: {json.dumps(row['title'], ensure_ascii=False)}\ngranskad: {TODAY}\n"
        (pages / f"{page_name(number)}.md").write_text(f"---\n{front}---\n{paragraphs(row['text'])}", encoding="utf-8")
    command = [samverka, "build", "--content", site / "content", "--out", site / "out", "--today", TODAY, "--lang", "en"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{done.stdout[-3000:]}{done.stderr[-3000:]}")


def paragraphs(text):
    """Plain text as Markdown that is nothing but paragraphs: every sign that might mean something is escaped."""
    return "".join(PUNCTUATION.sub(r"\\\1", line.strip()) + "\n\n" for line in text.splitlines() if line.strip())


def query_sets(folder):
    """{set: [(query, target)]}, each set followed by its unchanged queries."""
    sets = {}
    for path in sorted(folder.glob("*.jsonl")):
        queries = lines(path)
        sets[path.stem] = [(query["query"], query["target"]) for query in queries]
        if queries and "base" in queries[0]:
            sets[f"{path.stem}:base"] = [(query["base"], query["target"]) for query in queries]
    if not sets:
        sys.exit(f"{folder}: no queries")
    return sets


def ask(sets, out, samverka, names):
    """{set: [ids of the results of each query]}. A page that is not of the corpus has its address after a question mark."""
    answers = iter(search([query for queries in sets.values() for query, _ in queries], out, samverka))
    ids = lambda answer: [corpus_id(result, names) for result in answer["results"]]
    return {name: [ids(next(answers)) for _ in queries] for name, queries in sets.items()}


def corpus_id(result, names):
    return names.get(result["url"].rstrip("/").rsplit("/", 1)[-1], f"?{result['url']}")


def search(queries, out, samverka):
    """The answers to the queries, in their order."""
    command = [samverka, "search", "--site", out, "--stdin", "--limit", str(LIMIT)]
    # A line break within a query would make two of it.
    asked = "".join(" ".join(query.split()) + "\n" for query in queries)
    done = subprocess.run(command, input=asked, capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"samverka search: {done.stderr[-3000:]}")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if len(answers) != len(queries):
        sys.exit(f"samverka search answered {len(answers)} of {len(queries)} queries")
    return answers


def nonsense(count):
    random = randomness.Random(1)
    return ["".join(random.choices(LETTERS, k=random.randint(8, 14))) for _ in range(count)]


def earlier(path):
    return {(row["set"], row["query"]): row["ids"][:LIMIT] for row in lines(path)}


def gain(ids, target):
    """1/rank of the page meant, or 0."""
    return 1 / (ids.index(target) + 1) if target in ids else 0


def print_table(sets, found, before):
    print("| set | queries | MRR@10 | first | nothing found |" + (" before | difference, 95 % interval |" if before else ""))
    print("| --- | --: | --: | --: | --: |" + (" --: | --: |" if before else ""))
    for name, queries in sets.items():
        gains = [gain(ids, target) for ids, (_, target) in zip(found[name], queries)]
        nothing = sum(not ids for ids in found[name]) / len(queries)
        cells = [name, len(queries), mean(gains), mean([value == 1 for value in gains]), f"{nothing:.3f}"]
        if before:
            old = [gain(before.get((name, query), []), target) for query, target in queries]
            least, most = interval([new - was for new, was in zip(gains, old)])
            difference = statistics.fmean(gains) - statistics.fmean(old)
            cells += [mean(old), f"{difference:+.3f} ({least:+.3f} to {most:+.3f})"]
        print("| " + " | ".join(map(str, cells)) + " |")


def mean(values):
    return f"{statistics.fmean(values):.3f}"


def interval(differences):
    """Where the mean of the differences lies in 95 % of samples drawn from them with replacement."""
    random = randomness.Random(1)
    means = sorted(statistics.fmean(random.choices(differences, k=len(differences))) for _ in range(SAMPLES))
    return means[int(0.025 * SAMPLES)], means[int(0.975 * SAMPLES) - 1]


if __name__ == "__main__":
    main()
