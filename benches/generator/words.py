"""Swedish-looking words whose number grows with the text as in real text (Heaps' law).

Four words of five are drawn from the real content with the frequencies that they have there. The fifth is a compound of
the real content's parts, drawn by rank from a Zipf–Mandelbrot distribution that never ends: P(rank > r) = (1 + r/q)^(1-s),
with s = 1.5, which gives a vocabulary that grows as the length of the text to the power 1/s (van Leijenhorst and
van der Weide, "A formal derivation of Heaps' Law", Information Sciences 170, 2005).
"""

import collections
import itertools
import re

COMPOUNDS = 0.2
EXPONENT = 1.5
SHIFT = 300

WORD = re.compile(r"[a-zåäöé]+")
# Nouns that end so take a linking -s- as the first part of a compound.
LINKING = re.compile(r"(ning|ling|tion|sion|het|skap|nad|else)$")
# Addresses, whose words are no words.
ADDRESS = re.compile(r"\]\([^)]*\)|https?://\S+")


class Words:
    """Draws words with a generator of random numbers."""

    def __init__(self, counts, firsts, lasts):
        self.common = [word for word, _ in counts]
        self.cumulative = list(itertools.accumulate(count for _, count in counts))
        self.firsts = firsts
        self.lasts = lasts

    @classmethod
    def of(cls, content):
        """The words of the content folder, and the parts of compounds that it and its synonyms give."""
        counts = collections.Counter()
        for path in sorted(content.rglob("*.md")):
            counts.update(WORD.findall(body(path).lower()))
        counts = sorted(counts.items(), key=lambda item: (-item[1], item[0]))

        # The last word of a phrase is its noun: `ekonomiskt bistånd`.
        heads = set()
        for line in (content / "synonymer.yaml").read_text(encoding="utf-8").splitlines():
            key, _, value = line.strip(" -").partition(":")
            if key in ("ord", "synonymer"):
                heads.update(WORD.findall(phrase.lower())[-1] for phrase in re.findall(r'"([^"]*[a-zåäö])"', value))
        words = heads | {word for word, _ in counts}
        firsts = sorted(word + "s" for word in words if LINKING.search(word) and 5 <= len(word) <= 14)
        lasts = sorted(word for word in heads if 4 <= len(word) <= 12)
        return cls(counts, firsts, lasts)

    def draw(self, random):
        """A word of running text."""
        if random.random() < COMPOUNDS:
            return self.compound(self.rank(random))
        return random.choices(self.common, cum_weights=self.cumulative)[0]

    def topic(self, random):
        """A compound, for a title."""
        return self.compound(self.rank(random))

    @staticmethod
    def rank(random):
        return int(SHIFT * ((1 - random.random()) ** (1 / (1 - EXPONENT)) - 1))

    def compound(self, rank):
        """The compound of a rank: two parts while they last, then three."""
        rank, first = divmod(rank, len(self.firsts))
        rank, last = divmod(rank, len(self.lasts))
        # Shifted by the first part, so that neighbouring ranks do not share their last part.
        word = self.firsts[first] + self.lasts[(last + 7 * first) % len(self.lasts)]
        return word if rank == 0 else self.firsts[rank % len(self.firsts)] + word

    def sentence(self, random):
        words = [self.draw(random) for _ in range(random.randint(6, 18))]
        return " ".join(words).capitalize()


def body(path):
    """What follows the front matter of a Markdown file, without addresses."""
    return ADDRESS.sub(" ", path.read_text(encoding="utf-8").split("\n---\n", 1)[-1])
