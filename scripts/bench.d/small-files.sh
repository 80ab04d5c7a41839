#!/usr/bin/env bash
# A thousand small files a day for ninety days: what ten days cost, and what a run costs that finds nothing new.
#
# MILLRACE_BENCH_DAYS, MILLRACE_BENCH_FILES   other numbers of days and of files a day
set -euo pipefail

# shellcheck source=scripts/lib/bench.sh
source "$(dirname "${BASH_SOURCE[0]}")/../lib/bench.sh"
# shellcheck source=scripts/lib/jdk.sh
source "$root/scripts/lib/jdk.sh"

begin small-files
compile_tests
timed small-files run_test_class -XX:-DontCompileHugeMethods dev.millrace.bench.SmallFiles "$bench/work" \
  "${MILLRACE_BENCH_DAYS:-90}" "${MILLRACE_BENCH_FILES:-1000}"
show_figures small-files
