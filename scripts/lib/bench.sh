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

# Compiles the tests and finds their class path, which classes that benches run stand on.
compile_tests() {
  require_jdk_17
  timed compile "$root/mvnw" -B -f "$root/pom.xml" -pl jobs test-compile dependency:build-classpath \
    -Dspotless.check.skip=true -Dmdep.includeScope=test -Dmdep.outputFile="$root/jobs/target/test-classpath.txt"
}

# Runs a class of the tests: run_test_class [JVM OPTION …] CLASS [ARGUMENT …]
# MILLRACE_TEST_LIBRARIES is more to put on its class path.
run_test_class() {
  SPARK_LOCAL_IP=127.0.0.1 "$java" "-Xmx$MILLRACE_MEMORY" -XX:+UseParallelGC -Duser.timezone=UTC -Dfile.encoding=UTF-8 \
    "-Dbasedir=$root/jobs" "-Dlog4j2.configurationFile=file:$root/conf/log4j2.properties" \
    "@$root/jobs/src/main/jvm/spark.options" \
    -cp "$root/jobs/target/test-classes:$root/jobs/target/classes:$(<"$root/jobs/target/test-classpath.txt")${MILLRACE_TEST_LIBRARIES:+:$MILLRACE_TEST_LIBRARIES}" "$@"
}

# Shows what a bench's class printed into LOG, as NAME TAB VALUE or NAME TAB VALUE TAB BAR.
show_figures() {
  local name value bar
  while IFS=$'\t' read -r name value bar; do
    result "$name" "$value" "$bar"
  done < <(grep $'\t' "$bench/$1.log")
}
