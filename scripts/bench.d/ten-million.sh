#!/usr/bin/env bash
# Ten million simulated order lines, delivered CSV to silver, against the plain Spark job that does the least one could.
#
# MILLRACE_BENCH_LINES   another number of lines
set -euo pipefail

# shellcheck source=scripts/lib/bench.sh
source "$(dirname "${BASH_SOURCE[0]}")/../lib/bench.sh"
# shellcheck source=scripts/lib/jdk.sh
source "$root/scripts/lib/jdk.sh"

lines=${MILLRACE_BENCH_LINES:-10000000}
days=20
lines_a_day_at_scale_1=660

# The JVM that scripts/millrace starts, for a class of the tests.
run_java() {
  SPARK_LOCAL_IP=127.0.0.1 "$java" "-Xmx$MILLRACE_MEMORY" -XX:+UseParallelGC -XX:-DontCompileHugeMethods -Duser.timezone=UTC -Dfile.encoding=UTF-8 \
    "-Dlog4j2.configurationFile=file:$root/conf/log4j2.properties" "@$root/jobs/src/main/jvm/spark.options" \
    -cp "$root/jobs/target/test-classes:$root/jobs/target/millrace.jar:$(<"$root/jobs/target/classpath.txt")" "$@"
}

begin ten-million
require_jdk_17
timed compile "$root/mvnw" -B -f "$root/pom.xml" -pl jobs test-compile -Dspotless.check.skip=true
scale=$(awk -v lines="$lines" -v days=$days -v rate=$lines_a_day_at_scale_1 'BEGIN { print lines / days / rate }')
timed deliver run_java dev.millrace.bench.DeliverOrders "$bench/landing" "$days" "$scale"
delivered=("$bench"/landing/orders/*/)
from=$(basename "${delivered[0]}")
to=$(basename "${delivered[-1]}")
result "lines delivered" "$(cat "$bench"/landing/orders/*/*.csv | grep -vc '^order_id,')"

timed plain run_java dev.millrace.bench.PlainShopJob "$bench/landing/orders/*/*.csv" "$bench/plain"
plain=$seconds
result "plain Spark job" "$plain s"
timed millrace "$root/scripts/millrace" run "$root/conf/demo-shop.conf" --from "$from" --to "$to" \
  --landing "$bench/landing" --lake "$bench/lake" --job ingest-orders,conform-order_line
result "Millrace, bronze and silver" "$seconds s"
result "ratio" "$(ratio "$seconds" "$plain")" "1.25"
