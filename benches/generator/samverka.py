"""Writes examples as a content folder of samverka: OUT/content/."""

import json
import shutil

from .examples import SECTIONS, slug

SETTINGS = """\
titel: Mätning
beskrivning: Påhittade sidor som bara används för att mäta hur snabbt webbplatsen byggs.
adress: "https://matning.example/"
lage: demonstration
avsandare: [Demonstration]
ansvarig: Redaktionen (demonstration)
kontakt: {funktion: Redaktionen}
sprak: sv
navigering:
  - {titel: Exempel, adress: /exempel/}
  - {titel: Kommuner, adress: /kommuner/}
"""
# Each is either given or named in `uppgift-saknas`; the sections of the same names are added below.
GIVEN_OR_MISSING = [
    "kommuner", "niva", "former", "syften", "malgrupper", "framgangsfaktorer", "overenskommelse", "ansvar", "period",
    "verksamhetslage", "resultat", "bekraftad", "kontakt",
]  # fmt: skip


def write(out, examples, content):
    folder = out / "content"
    for name in ["vokabular", "geografi"]:
        shutil.copytree(content / name, folder / name)
    shutil.copy(content / "synonymer.yaml", folder)
    (folder / "webbplats.yaml").write_text(SETTINGS, encoding="utf-8")
    (folder / "exempel").mkdir()
    for example in examples:
        text = f"---\n{front_matter(example)}---\n{example.text()}"
        (folder / "exempel" / f"{example.id}.md").write_text(text, encoding="utf-8")


def front_matter(example):
    fields = dict(fields_of(example))
    sections = {slug(title) for title in example.sections}
    wanted = GIVEN_OR_MISSING + [slug(title) for title, _ in SECTIONS]
    missing = [key for key in dict.fromkeys(wanted) if key not in fields and key not in sections]
    if "nationellt" in fields:
        missing.remove("kommuner")
    fields["uppgift-saknas"] = f"[{', '.join(missing)}]"
    return "".join(f"{key}: {value}\n".replace(": \n", ":\n", 1) for key, value in fields.items())


def fields_of(example):
    """Yields (key, YAML) of what is given."""
    facets = {key: value for key, value in example.facets.items() if value not in (None, "", "[]")}
    yield "id", example.id
    yield "titel", quoted(example.title)
    yield "sammanfattning", quoted(example.summary)
    if example.municipalities:
        yield "kommuner", f"[{', '.join(example.municipalities)}]"
    else:
        yield "nationellt", "ja"
    yield "relation", facets.pop("relation")
    yield "parter", records({"part": party} for party in example.parties)
    yield from facets.items()
    if "syften" in facets:
        yield "syften-grund", "redaktionens-bedomning"
    if example.agreement:
        yield "overenskommelse", f"{{skriftlig: {example.agreement}}}"
    if example.responsibilities:
        yield "ansvar", records({"part": p, "gor": quoted(does), "kalla": n} for p, does, n in example.responsibilities)
    if example.years:
        yield "period", "{{fran: {}, till: {}}}".format(*example.years)
    if example.results:
        yield "resultat", records(
            {"pastaende": quoted(claim), "matning": quoted("Framgår inte av källan."), "underlag": "egen-uppgift", "kalla": n}
            for claim, n in example.results
        )
    yield "bekraftad", "{kommun: nej, af: nej}"
    yield "kallor", records(
        {
            "nr": number,
            "titel": quoted(title),
            "ar": year,
            "adress": quoted(f"https://kallor.example/{example.id}/{number}"),
            "typ": kind,
            "last-omfattning": "hela",
            "last": "2026-11",
        }
        for number, (title, kind, year) in enumerate(example.sources, 1)
    )
    yield "status", "publicerad"
    yield "granskad", example.reviewed


def records(items):
    """A list of records in YAML, one on each line."""
    return "".join("\n  - {" + ", ".join(f"{key}: {value}" for key, value in item.items()) + "}" for item in items)


def quoted(text):
    return json.dumps(text, ensure_ascii=False)
