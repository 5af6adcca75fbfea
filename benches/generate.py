#!/usr/bin/env python3
"""Makes a large site of Swedish-looking examples, for benchmarks only: nothing in it is true.

    generate.py OUT --pages N --format samverka|hugo [--words 400] [--seed 1]

The same pages, seed and content/ give the same files, and both formats the same titles, summaries, facets and texts, so
that builds can be compared. `samverka check` finds no fault in the result. Standard library only.
"""

import argparse
from pathlib import Path

from generator import examples, hugo, samverka
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
    arguments = parser.parse_args()

    arguments.out.mkdir(parents=True)
    made = examples.make(arguments.pages, arguments.words, arguments.seed, CONTENT, Words.of(CONTENT))
    FORMATS[arguments.format](arguments.out, made, CONTENT)


if __name__ == "__main__":
    main()
