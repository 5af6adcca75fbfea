#!/usr/bin/env bash
# Compares `samverka report` with GoAccess (Debian) and `gzip -dc` on the same made-up log, in one run, and with what is true of it.
#
#   benches/report.sh [LINES]        about so many lines; 1,000,000 unless told
#
# Prints a Markdown table: the best of three runs each, wall time and peak memory. Needs GoAccess, gzip and Python 3.
set -euo pipefail
cd "$(dirname "$0")/.."

lines=${1:-1000000}
command -v goaccess >/dev/null || { echo "report.sh: install GoAccess first: apt-get install goaccess" >&2; exit 1; }
cargo build --release --quiet --bin samverka --example logs
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
target/release/samverka build --out "$work/site" --today 2026-11-22 >/dev/null 2>&1
# A visit is about seven lines, robots included; a week has five working days and a half.
visits=$((lines * 10 / (365 * 7 * 8) + 1))
target/release/examples/logs "$work/site/manifest.json" "$visits" 365 > "$work/access.log" 2> "$work/truth.json"
gzip -k "$work/access.log"

python3 - "$work" <<'PY'
import json, os, resource, subprocess, sys, time

work = sys.argv[1]
log = f"{work}/access.log"
lines = sum(1 for _ in open(log, "rb"))


def best(name, command, runs=3):
    times, peak = [], 0
    for _ in range(runs):
        started = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        if status:
            sys.exit(f"{name} failed")
        times.append(time.monotonic() - started)
        peak = max(peak, used.ru_maxrss // 1024)
    return min(times), peak


report = ["target/release/samverka", "report", "--site", f"{work}/site", "--out", f"{work}/report"]
ours = best("samverka", [*report, log])
figures = json.load(open(f"{work}/report/rapport.json"))
packed = best("samverka, packed", [*report, f"{log}.gz"])
gzip = best("gzip", ["gzip", "-dc", f"{log}.gz"])
goaccess = best("goaccess", ["goaccess", log, "--log-format=COMBINED", "--no-global-config", "-o", f"{work}/goaccess.json"], 1)
print(f"{lines:,} lines, {os.path.getsize(log) / 1e6:.0f} MB\n")
print("| | wall, s | peak, MiB |\n| --- | --- | --- |")
for name, (wall, peak) in [("samverka report", ours), ("the same, packed", packed), ("gzip -dc", gzip), ("GoAccess", goaccess)]:
    print(f"| {name} | {wall:.2f} | {peak} |")
print(f"\n{goaccess[0] / ours[0]:.1f} × GoAccess, {gzip[0] / packed[0]:.2f} × gzip -dc")
truth = json.load(open(f"{work}/truth.json"))
print("\n| | truth | main | error | upper |\n| --- | --- | --- | --- | --- |")
for key in ["page_views", "visits", "visitor_days"]:
    true, main, upper = truth["people"][key], figures["main"][key], figures["upper"][key]
    print(f"| {key} | {true:,} | {main:,} | {100 * (main - true) / true:+.2f} % | {upper:,} |")
print(f"| malformed | {truth['malformed']:,} | {figures['quality']['malformed']:,} | | |")
views = figures["upper"]["page_views"]
print(f"\nPeak above 40 MiB by page view: {(ours[1] - 40) * 2**20 / views:.0f} bytes")
PY
