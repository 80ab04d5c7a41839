#!/usr/bin/env bash
# Inflicts every fault that Millrace says it survives on real runs, runs each again and compares: jobs/docs/reliability.md.
#
# --kills N          how many random kills (200)
# --failures N       how often each way in which a store fails (10), spread over a run
# --most N           at most so many of each other kind, for a first look
# --only PART,PART   only kinds of faults whose names hold one of these
# --up-to JOB,JOB    runs go no further than these jobs, so that more kills can be had in a time
# --add              adds to the results of earlier suites, so that a long one can be had in pieces
# --write            writes the table of jobs/docs/reliability.md
# --only-write       inflicts nothing and writes that table from the results there are
set -euo pipefail

# shellcheck source=scripts/lib/bench.sh
source "$(dirname "${BASH_SOURCE[0]}")/../lib/bench.sh"
# shellcheck source=scripts/lib/jdk.sh
source "$root/scripts/lib/jdk.sh"
# shellcheck source=scripts/lib/stores.sh
source "$root/scripts/lib/stores.sh"

begin faults
compile_tests
timed class-paths store_class_paths "$bench"
MILLRACE_TEST_LIBRARIES=$(<"$bench/s3-client.classpath")
export MILLRACE_TEST_LIBRARIES
run_test_class -XX:ReservedCodeCacheSize=400m dev.millrace.bench.FaultSuite \
  --folder "$bench/work" --results "$root/jobs/target/faults.jsonl" --s3-server "$(<"$bench/s3-server.classpath")" "$@" \
  2>"$bench/faults.log"
