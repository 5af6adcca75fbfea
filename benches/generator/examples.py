"""Examples as values, whatever format they are written in.

Facets are drawn from the lines of the real examples, each facet by itself, so that a value is as common here as there,
and as often missing.
"""

import csv
import dataclasses
import itertools
import random as randomness
import re
import unicodedata

# The sections, in order, and how often an example has each.
SECTIONS = [
    ("Bakgrund", 0.95),
    ("Arbetssätt", 1.0),
    ("Rutiner", 0.3),
    ("Resultat", 0.5),
    ("Framgångsfaktorer", 0.5),
    ("Hinder och lärdomar", 0.45),
    ("Kommunens erfarenheter", 0.2),
    ("Arbetsförmedlingens erfarenheter", 0.15),
]
FACETS = ["niva", "former", "syften", "malgrupper", "framgangsfaktorer", "verksamhetslage"]
# Those that every published example has.
REQUIRED = ["relation", "underlag"]
# Parties that fit each relation: only `socialtjanst-af` has both the municipality and Arbetsförmedlingen.
PARTIES = {
    "socialtjanst-af": ["socialtjanst", "arbetsformedlingen"],
    "kommunintern": ["socialtjanst", "arbetsmarknadsenhet"],
    "annan": ["kommun", "forsakringskassan"],
    "okant": ["kommun", "annan-part"],
}
OTHER_PARTIES = ["vuxenutbildning", "region", "samordningsforbund"]
SOURCE_TYPES = ["utvardering", "rapport", "kommun", "samordningsforbund", "nyhet", "forskning", "revision"]


@dataclasses.dataclass
class Example:
    """One example. `facets` are front matter as written there: `[a, b]`, or None when the sources do not say."""

    id: str
    title: str
    summary: str
    municipalities: list[str]
    facets: dict[str, str | None]
    parties: list[str]
    responsibilities: list[tuple[str, str, int]]
    years: tuple[int, int] | None
    agreement: str | None
    results: list[tuple[str, int]]
    sources: list[tuple[str, str, int]]
    sections: dict[str, list[str]]
    reviewed: str

    def text(self):
        """The body in Markdown."""
        parts = ("\n\n".join([f"## {title}", *paragraphs]) for title, paragraphs in self.sections.items())
        return "\n\n".join(parts) + "\n"


def make(pages, length, seed, content, words):
    """Yields `pages` examples of about `length` words each."""
    random = randomness.Random(seed)
    facets = {key: facet_lines(content, key) for key in FACETS}
    facets |= {key: [line for line in facet_lines(content, key) if line] for key in REQUIRED}
    municipalities = municipality_names(content)
    random.shuffle(municipalities)
    # Some municipalities tell much and most a little, and each of them something.
    weights = [1 / (rank + 20) for rank in range(len(municipalities))]
    for number in range(1, pages + 1):
        places = random.choices(municipalities, weights, k=random.choice([1, 1, 1, 1, 2, 3]))
        places = list(dict.fromkeys(places))
        yield example(number, length, random, words, facets, places)


def example(number, length, random, words, facets, places):
    drawn = {key: random.choice(lines) for key, lines in facets.items()}
    parties = PARTIES[drawn["relation"]] + random.sample(OTHER_PARTIES, k=random.randint(0, 2))
    sections = dict.fromkeys(title for title, share in SECTIONS if random.random() < share)
    paragraphs = max(len(sections), length // 55)
    count = random.randint(1, min(4, paragraphs))
    # Every source in turn, so that each is cited.
    citations = itertools.cycle(range(1, count + 1))
    for index, title in enumerate(sections):
        share = paragraphs // len(sections) + (index < paragraphs % len(sections))
        sections[title] = [paragraph(words, random, length / paragraphs, next(citations)) for _ in range(share)]
    topic = words.topic(random)
    start = random.randint(2004, 2024)
    return Example(
        id=f"{slug(places[0])}-{slug(topic)}-{number:05}",
        title=f"{topic.capitalize()} i {places[0]}",
        summary=shortened(f"{words.sentence(random)}. {claim(words, random)}", 300),
        municipalities=[] if random.random() < 0.02 else places,
        facets=drawn,
        parties=parties,
        responsibilities=[
            (party, claim(words, random), random.randint(1, count))
            for party in parties[: random.randint(0, len(parties))]
        ],
        years=(start, start + random.randint(0, 2)) if random.random() < 0.85 else None,
        agreement=random.choice(["okant", "okant", "okant", "ja", None, None]),
        results=[
            (claim(words, random), random.randint(1, count)) for _ in range(random.choice([0, 0, 0, 1, 2]))
        ],
        sources=[
            (shortened(words.sentence(random), 120), random.choice(SOURCE_TYPES), random.randint(2005, 2026))
            for _ in range(count)
        ],
        sections=sections,
        reviewed=f"2026-{random.randint(1, 10):02}-{random.randint(1, 28):02}",
    )


def claim(words, random):
    return shortened(words.sentence(random) + ".", 400)


def paragraph(words, random, length, citation):
    """Sentences of at least `length` words together, less half a sentence; the last cites its source."""
    sentences = []
    while sum(sentence.count(" ") + 1 for sentence in sentences) < length - 6:
        sentences.append(words.sentence(random))
    return ". ".join(sentences or [words.sentence(random)]) + f" [{citation}]."


def facet_lines(content, key):
    """The value of a front matter key in each real example; None where it is left out."""
    line = re.compile(rf"^{key}: *(.*?) *(?:#.*)?$", re.MULTILINE)
    values = []
    for path in sorted((content / "exempel").glob("*.md")):
        found = line.search(path.read_text(encoding="utf-8").split("\n---\n", 1)[0])
        values.append(found.group(1) if found else None)
    return values


def municipality_names(content):
    with (content / "geografi" / "kommuner.csv").open(encoding="utf-8", newline="") as file:
        return [row["namn"] for row in csv.DictReader(file)]


def slug(text):
    """Lower case ASCII letters with hyphens between: `Östra Göinge` → `ostra-goinge`."""
    plain = unicodedata.normalize("NFD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def shortened(text, limit):
    """The text, cut after a whole word when it is longer than `limit` characters."""
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0].rstrip(".")
