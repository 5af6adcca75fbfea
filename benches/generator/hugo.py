"""Writes examples as a Hugo site that does the same work as ours, as far as Hugo does it.

One page and one list template, lists of fifty, the same three facets as taxonomies, one feed and a sitemap. No search, but
Pagefind is told what to index: the pages, not the lists.
"""

import json

CONFIG = """\
baseURL = "https://matning.example/"
title = "Mätning"
languageCode = "sv"
defaultContentLanguage = "sv"
removePathAccents = true
enableGitInfo = false

[taxonomies]
  former = "former"
  malgrupper = "malgrupper"
  kommuner = "kommuner"

[pagination]
  pagerSize = 50
  disableAliases = true

[outputs]
  home = ["html", "rss"]
  section = ["html"]
  taxonomy = ["html"]
  term = ["html"]

[services.rss]
  limit = 50
"""

BASE = """\
<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – {{ site.Title }}</title>
<meta name="description" content="{{ .Params.summary }}">
<link rel="canonical" href="{{ .Permalink }}">
</head>
<body>
<a href="#innehall">Till innehållet</a>
<header><nav aria-label="Huvudmeny"><a href="{{ "/" | relURL }}">Start</a> <a href="{{ "/exempel/" | relURL }}">Exempel</a> <a href="{{ "/kommuner/" | relURL }}">Kommuner</a></nav></header>
<main id="innehall" tabindex="-1">{{ block "main" . }}{{ end }}</main>
<footer><p>Demonstration</p></footer>
</body>
</html>
"""

SINGLE = """\
{{ define "main" }}
<article data-pagefind-body>
<h1>{{ .Title }}</h1>
<p>{{ .Params.summary }}</p>
<dl>
{{- $page := . }}
{{- range $taxonomy := slice "kommuner" "former" "malgrupper" }}
{{- with $page.GetTerms $taxonomy }}
<dt>{{ $taxonomy }}</dt>{{ range . }}<dd><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></dd>{{ end }}
{{- end }}
{{- end }}
</dl>
{{ .Content }}
</article>
{{ end }}
"""

LIST = """\
{{ define "main" }}
<h1>{{ .Title }}</h1>
{{- $pages := .Paginate .Pages }}
<ul>
{{- range $pages.Pages }}
<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a><p>{{ .Params.summary }}</p></li>
{{- end }}
</ul>
{{- with $pages.Prev }}<a rel="prev" href="{{ .URL }}">Föregående sida</a>{{ end }}
{{- with $pages.Next }}<a rel="next" href="{{ .URL }}">Nästa sida</a>{{ end }}
{{ end }}
"""


def write(out, examples, _content):
    files = {"hugo.toml": CONFIG, "layouts/baseof.html": BASE, "layouts/single.html": SINGLE, "layouts/list.html": LIST}
    for name, text in files.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    folder = out / "content" / "exempel"
    folder.mkdir(parents=True)
    for example in examples:
        text = f"---\n{front_matter(example)}---\n{example.text()}"
        (folder / f"{example.id}.md").write_text(text, encoding="utf-8")


def front_matter(example):
    lines = [
        f"title: {quoted(example.title)}",
        f"summary: {quoted(example.summary)}",
        f"date: {example.reviewed}",
        f"kommuner: {quoted(example.municipalities)}",
    ]
    lines += [f"{key}: {example.facets[key]}" for key in ("former", "malgrupper") if example.facets[key]]
    return "".join(line + "\n" for line in lines)


def quoted(value):
    return json.dumps(value, ensure_ascii=False)
