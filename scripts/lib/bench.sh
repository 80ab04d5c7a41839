# What benches share; sourced by those in scripts/bench.d. Sets root and bench (the folder to work in).
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

begin() {
  bench=$root/build/bench/$1
  rm -rf "$bench"
  mkdir -p "$bench"
  printf '\n%-52s %9s   %s\n' "$1 (heap $MILLRACE_MEMORY, $(nproc) cores)" "measured" "bar"
}

result() {
  printf '%-52s %9s   %s\n' "$1" "$2" "${3:-}"
}

# Runs a command, its words into LOG, and sets seconds to its wall time.
timed() {
  local log=$bench/$1.log start
  shift
  echo "… $*" | cut -c 1-160 >&2
  start=$(date +%s%N)
  if ! "$@" >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "bench: this failed; all that it said is in $log" >&2
    exit 1
  fi
  seconds=$(awk -v ns=$(($(date +%s%N) - start)) 'BEGIN { printf "%.1f", ns / 1e9 }')
}

ratio() {
  awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'
}

median() {
  printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"
}
