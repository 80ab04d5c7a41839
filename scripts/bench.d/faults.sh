#!/usr/bin/env bash
# Inflicts every fault that Millrace says it survives on real runs, runs each again and compares: jobs/docs/reliability.md.
#
# --kills N          how many random kills (200)
# --failures N       how often each way in which a store fails (10), spread over a run
# --only PART,PART   only kinds of faults whose names hold one of these
# --write            writes the table of jobs/docs/reliability.md
set -euo pipefail

# shellcheck source=scripts/lib/bench.sh
source "$(dirname "${BASH_SOURCE[0]}")/../lib/bench.sh"
# shellcheck source=scripts/lib/jdk.sh
source "$root/scripts/lib/jdk.sh"

# NAME: the class path of that name, from scripts/lib/object-store.
object_store_class_path() {
  timed "class-path-$1" "$root/mvnw" -B -f "$root/scripts/lib/object-store/pom.xml" "-P$1" \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
    -Dmdep.outputFile="$bench/$1.classpath"
}

begin faults
compile_tests
object_store_class_path server
object_store_class_path client
MILLRACE_TEST_LIBRARIES=$(<"$bench/client.classpath")
export MILLRACE_TEST_LIBRARIES
# Hundreds of small runs in one JVM: the first compiler is enough, and needs room for what it compiles.
run_test_class -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m dev.millrace.bench.FaultSuite \
  --folder "$bench/work" --results "$root/jobs/target/faults.jsonl" --s3-server "$(<"$bench/server.classpath")" "$@" \
  2>"$bench/faults.log"
