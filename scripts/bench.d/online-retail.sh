#!/usr/bin/env bash
# Online Retail: the whole history in one run, the same again, and one more day after a short and after a long history.
set -euo pipefail

# shellcheck source=scripts/lib/bench.sh
source "$(dirname "${BASH_SOURCE[0]}")/../lib/bench.sh"

if [[ -z ${MILLRACE_DATASETS:-} || ! -d $MILLRACE_DATASETS/online-retail/by-day ]]; then
  echo "bench: online-retail needs MILLRACE_DATASETS, the folder that holds online-retail/by-day." >&2
  exit 2
fi
landing=$(cd "$MILLRACE_DATASETS/online-retail/by-day" && pwd)
rounds=3

# LOG LAKE FROM TO
run() {
  timed "$1" "$root/scripts/millrace" run "$root/conf/online-retail.conf" --from "$3" --to "$4" \
    --landing "$landing" --lake "$2"
}

# The day of the N-th delivered file.
day() {
  basename "$(printf '%s\n' "$landing"/*.csv.gz | sort | sed -n "$1p")" .csv.gz
}

# Runs the day after N days of history in a copy of the lake, in the round of the given number.
one_more_day() {
  cp -r "$bench/after-$1" "$bench/copy"
  run "day-after-$1-$2" "$bench/copy" "$(day $(($1 + 1)))" "$(day $(($1 + 1)))"
  rm -rf "$bench/copy"
}

begin online-retail
run history "$bench/lake" "$(day 1)" 2011-12-09
result "whole history, 305 files" "$seconds s" "180 s (aim 90 s)"
run rerun "$bench/lake" "$(day 1)" 2011-12-09
result "the same again" "$seconds s"

for history in 30 300; do
  run "history-$history" "$bench/after-$history" "$(day 1)" "$(day $history)"
done
short=()
long=()
for ((round = 1; round <= rounds; round++)); do
  one_more_day 30 "$round"
  short+=("$seconds")
  one_more_day 300 "$round"
  long+=("$seconds")
done
result "one more day after 30, median of $rounds" "$(median "${short[@]}") s" "60 s (aim 40 s)"
result "one more day after 300, median of $rounds" "$(median "${long[@]}") s" "60 s (aim 40 s)"
result "ratio" "$(ratio "$(median "${long[@]}")" "$(median "${short[@]}")")" "1.20"
