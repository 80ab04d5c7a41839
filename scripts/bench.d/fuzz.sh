#!/usr/bin/env bash
# A thousand files of invoices with one damaged line in a hundred: nothing may be lost; and the parser against Spark's own.
#
# MILLRACE_BENCH_FILES   another number of files
set -euo pipefail

# shellcheck source=scripts/lib/bench.sh
source "$(dirname "${BASH_SOURCE[0]}")/../lib/bench.sh"
# shellcheck source=scripts/lib/jdk.sh
source "$root/scripts/lib/jdk.sh"

if [[ -z ${MILLRACE_DATASETS:-} || ! -d $MILLRACE_DATASETS/online-retail/by-day ]]; then
  echo "bench: fuzz needs MILLRACE_DATASETS, the folder that holds online-retail/by-day." >&2
  exit 2
fi
begin fuzz
compile_tests
timed fuzz run_test_class -XX:-DontCompileHugeMethods dev.millrace.bench.Fuzz "$bench/work" \
  "$MILLRACE_DATASETS/online-retail/by-day" "${MILLRACE_BENCH_FILES:-1000}"
show_figures fuzz
