#!/usr/bin/env python3
"""Makes a large site of Swedish-looking examples, for benchmarks only: nothing in it is true.

    generate.py OUT --pages N --format samverka|hugo [--words 400] [--seed 1] [--queries [20]]

The same pages, seed and content/ give the same files, and both formats the same titles, summaries, facets and texts, so
that builds can be compared. `samverka check` finds no fault in the result. Standard library only.

With --queries the pages are made of a larger language (generator/lexicon.py), and OUT/queries.jsonl holds so many queries
of each kind for them (generator/queries.py).
"""

import argparse
from pathlib import Path

from generator import examples, hugo, samverka
from generator.lexicon import Lexicon
from generator.queries import Queries
from generator.words import Words

CONTENT = Path(__file__).resolve().parent.parent / "content"
FORMATS = {"samverka": samverka.write, "hugo": hugo.write}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="the folder to write, which must not exist")
    parser.add_argument("--pages", type=int, required=True, help="number of examples")
    parser.add_argument("--format", choices=sorted(FORMATS), required=True)
    parser.add_argument("--words", type=int, default=400, help="words of an example's text, about (default 400)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--queries", type=int, nargs="?", const=20, help="pages for search, with queries of each kind (20)")
    arguments = parser.parse_args()

    arguments.out.mkdir(parents=True)
    words = (Lexicon if arguments.queries else Words).of(CONTENT)
    made = examples.make(arguments.pages, arguments.words, arguments.seed, CONTENT, words)
    if arguments.queries:
        made = Queries(made, arguments.pages, words)
    FORMATS[arguments.format](arguments.out, made, CONTENT)
    if arguments.queries:
        made.write(arguments.out / "queries.jsonl", arguments.seed, arguments.queries)


if __name__ == "__main__":
    main()
