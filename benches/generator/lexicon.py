"""A larger Swedish-looking language than `words.py`, for measuring search: thousands of roots, inflected and compounded.

`words.py` builds every rare word from some 230 parts, each of which then stands in most pages; an index that splits
compounds would meet lists of pages that no real site has. Here three words of four are drawn from the real content, as
there, and the fourth is a form of a lexeme: a noun of its own, or a compound of two or three roots (with a linking -s-
where such words take it), drawn by rank from the same Zipf–Mandelbrot distribution that never ends. The roots are the real
content's nouns first and then invented ones, made of Swedish syllables. A text also returns to words that it has used.
"""

import collections
import random as randomness

from .words import LINKING, SHIFT, Words

RARE = 0.25
EXPONENT = 1.62
# How often a rare word is one that the text has used shortly before, and how many of those it remembers.
REPEATED = 0.3
MEMORY = 40
# Roots of compounds: common ones are in many compounds, and there is an end to them.
ROOTS = 12_000
ROOT_SHIFT = 60

ONSETS = (
    "b bl br d dr f fl fr g gl gr h j k kl kn kr kv l m n p pl pr r s sj sk skr sl sm sn sp spr st str sv t tj tr tv v"
).split()
VOWELS = "aaaaeeeeiiioouuyåååäääööö"
CODAS = (
    "d ck dd f ft g gg k kt l ld lj ll lm lp ls lt m mn mp n nd ng nk nn ns nt p pp r rd rg rk rm rn rp rs rt s sk ss "
    "st t tt v x"
).split()
SUFFIXES = ["", "", "", "ning", "het", "else", "are", "skap", "ling", "tion", "nad"]
# Indefinite, definite, plural, definite plural: what is taken off the base, and the four endings.
FLICKA = (1, "a an or orna".split())
BILD = (0, ["", "en", "er", "erna"])
STOL = (0, ["", "en", "ar", "arna"])
HUS = (0, ["", "et", "", "en"])
ARBETE = (0, ["", "t", "n", "na"])
LÄRARE = (0, ["", "n", "", "na"])
RÖRELSE = (0, ["", "n", "r", "rna"])
ENDINGS = [("are", LÄRARE), ("else", RÖRELSE), ("ning", STOL), ("ling", STOL), ("a", FLICKA), ("e", ARBETE)]
SHARES = [0.45, 0.75, 0.9, 1.0]


class Lexicon(Words):
    """Draws words as `Words` does."""

    def __init__(self, counts, firsts, lasts):
        super().__init__(counts, firsts, lasts)
        known = {first.removesuffix("s") for first in firsts} | set(lasts)
        self.roots = sorted(known, key=lambda root: randomness.Random(root).random())
        self.lexemes = {}
        self.recent = collections.deque(maxlen=MEMORY)
        # Every compound that was drawn, in the form it was drawn in.
        self.compounds = set()

    def draw(self, random):
        if random.random() >= RARE:
            return random.choices(self.common, cum_weights=self.cumulative)[0]
        if self.recent and random.random() < REPEATED:
            return random.choice(self.recent)
        word = self.form(self.rank(random), random)
        self.recent.append(word)
        return word

    def topic(self, random):
        """A word of the text before, so that a title says what its text is about."""
        return random.choice([word for word in self.recent if word in self.compounds] or list(self.recent))

    @staticmethod
    def rank(random):
        return int(SHIFT * ((1 - random.random()) ** (1 / (1 - EXPONENT)) - 1))

    def form(self, rank, random):
        """The lexeme of a rank, in one of its forms."""
        forms, compound = self.lexemes.get(rank) or self.lexemes.setdefault(rank, self.lexeme(rank))
        draw = random.random()
        word = forms[next(index for index, share in enumerate(SHARES) if draw < share)]
        if random.random() < 0.06 and not word.endswith("s"):
            word += "s"
        if compound:
            self.compounds.add(word)
        return word

    def lexeme(self, rank):
        """(the four forms, whether it is a compound)"""
        random = randomness.Random(rank)
        kind = random.random()
        if kind < 0.3:
            return forms(invented(random, 2), random), False
        parts = [self.root(random) for _ in range(2 if kind < 0.92 else 3)]
        return forms("".join([first(part) for part in parts[:-1]] + [parts[-1]]), random), True

    def root(self, random):
        number = int(ROOT_SHIFT * ((1 - random.random()) ** -1.25 - 1)) % ROOTS
        return self.roots[number] if number < len(self.roots) else invented(randomness.Random(f"root {number}"), 1)


def invented(random, syllables):
    """A noun that does not exist, of at least so many syllables."""
    syllables += random.random() < 0.35
    word = "".join(random.choice(ONSETS) + random.choice(VOWELS) + random.choice(CODAS) for _ in range(syllables))
    return word + (random.choice(SUFFIXES) or random.choice(["", "", "", "a", "e"]))


def first(root):
    """A root as the first part of a compound: `skola` → `skol`, `utbildning` → `utbildnings`."""
    if LINKING.search(root) or (len(root) > 5 and sum(map(ord, root)) % 3 == 0 and not root.endswith(("a", "e", "s"))):
        return root + "s"
    return root[:-1] if root.endswith(("a", "e")) and len(root) > 4 else root


def forms(base, random):
    other = random.choice([STOL, BILD, HUS])
    taken, endings = next((pattern for ending, pattern in ENDINGS if base.endswith(ending)), other)
    stem = base[: len(base) - taken]
    return [stem + ending for ending in endings]
