"""Queries for a generated site, with words of its own pages, for measuring what a search costs.

Each kind has the same number of queries. Frequent words stand in 5–30 % of the pages, medium ones in 0.5–3 %, rare ones
in two to ten pages. The two words of a pair stand in one page. A slip is one edit in a word of six letters or more, after
which it is no word of the site; half of them are in a single word, half in one word of a pair, and `base` is the query
without the slip.
"""

import collections
import json
import random as randomness
import re

KINDS = ["frequent", "medium", "rare", "compound", "two", "slip"]
# Pages whose words are kept, to draw from.
SAMPLE = 400
WORD = re.compile(r"[a-zåäöé]{5,24}")
LETTERS = "abcdefghijklmnoprstuvyåäö"


class Queries:
    """Passes examples on and counts their words on the way."""

    def __init__(self, examples, pages, words):
        self.examples = examples
        self.pages = pages
        self.compounds = words.compounds
        self.every = max(1, pages // SAMPLE)
        self.count = collections.Counter()
        self.sample = []

    def __iter__(self):
        for number, example in enumerate(self.examples):
            text = f"{example.title}\n{example.summary}\n{example.text()}".lower()
            words = sorted(set(WORD.findall(text)))
            self.count.update(words)
            if number % self.every == 0:
                self.sample.append(words)
            yield example

    def write(self, path, seed, number):
        """One JSON object per line: kind, query, and for a slip its base. `number` of each kind, if the site has as many."""
        random = randomness.Random(f"{seed} queries")
        random.shuffle(self.sample)
        with path.open("w", encoding="utf-8") as out:
            for kind in KINDS:
                made = {}
                for words in self.sample:
                    if len(made) == number:
                        break
                    query, base = getattr(self, kind)(words, random, len(made))
                    if query and query not in made:
                        made[query] = base
                for query, base in made.items():
                    out.write(json.dumps({"kind": kind, "query": query, "base": base}, ensure_ascii=False) + "\n")

    # Each of these gives (query, base), or (None, None) when the page has no fitting word.

    def frequent(self, words, random, _made):
        return one(random, self.between(words, 0.05 * self.pages, 0.3 * self.pages)), None

    def medium(self, words, random, _made):
        return one(random, self.mediums(words)), None

    def rare(self, words, random, _made):
        return one(random, self.between(words, 2, 10)), None

    def compound(self, words, random, _made):
        return one(random, [word for word in words if word in self.compounds and self.count[word] > 1]), None

    def two(self, words, random, _made):
        medium, other = self.mediums(words), self.between(words, 2, 0.3 * self.pages)
        if not medium or len(other) < 2:
            return None, None
        first = random.choice(medium)
        return f"{first} {random.choice([word for word in other if word != first])}", None

    def slip(self, words, random, made):
        base = self.two(words, random, made)[0] if made % 2 else self.medium(words, random, made)[0]
        wrong = base and one(random, [word for word in base.split() if len(word) >= 6])
        edited = wrong and self.edited(wrong, random)
        if not edited:
            return None, None
        return " ".join(edited if word == wrong else word for word in base.split()), base

    def mediums(self, words):
        return self.between(words, max(11, 0.005 * self.pages), max(30, 0.03 * self.pages))

    def between(self, words, least, most):
        return [word for word in words if least <= self.count[word] <= most]

    def edited(self, word, random):
        """The word with a letter more, fewer, other, or two swapped, after its first; None when that gives words only."""
        for _ in range(20):
            at, letter = random.randrange(1, len(word)), random.choice(LETTERS)
            before, here, after = word[:at], word[at], word[at + 1 :]
            edited = random.choice([
                before + letter + here + after,
                before + after,
                before + letter + after,
                before[:-1] + here + before[-1] + after,
            ])  # fmt: skip
            if edited not in self.count and edited != word:
                return edited
        return None


def one(random, words):
    return random.choice(words) if words else None
