#!/usr/bin/env bash
# A million customers with twenty million events: their features, a churn model trained and everybody scored with reasons, and
# lifetime value; and the same with DuckDB and LightGBM, with SHAP.
#
# MILLRACE_BENCH_CUSTOMERS, MILLRACE_BENCH_EVENTS   other numbers
# MILLRACE_BENCH_PYTHON   a Python with duckdb, lightgbm and numpy; otherwise one is made with pip
set -euo pipefail

# shellcheck source=scripts/lib/bench.sh
source "$(dirname "${BASH_SOURCE[0]}")/../lib/bench.sh"
# shellcheck source=scripts/lib/jdk.sh
source "$root/scripts/lib/jdk.sh"

customers=${MILLRACE_BENCH_CUSTOMERS:-1000000}
events=${MILLRACE_BENCH_EVENTS:-20000000}
from=2023-10-01
to=2024-12-31

# Writes the company that delivers them.
configure() {
  cat >"$bench/customers.conf" <<'CONF'
company { name = "Many customers", currency = "EUR" }
source-defaults { format = "parquet", delivery-date = "delivered=(\\d{4}-\\d{2}-\\d{2})" }
sources.orders {
  files = "orders/*/*.parquet"
  columns = [order_id, line_number, product_id, customer_id, quantity, unit_price, ordered_at]
}
sources.web_events {
  files = "web_events/*/*.parquet"
  columns = [event_id, session_id, customer_id, event_ts, event_type, product_id, channel]
}
entities.order_line.orders.columns {
  order_id = "order_id", line_number = "line_number", order_ts = "ordered_at", product_id = "product_id"
  customer_id = "customer_id", quantity = "quantity", unit_price = "unit_price", kind = "'sale'"
}
entities.web_event.web_events.columns {
  event_id = "event_id", session_id = "session_id", customer_id = "customer_id", event_ts = "event_ts"
  event_type = "event_type", product_id = "product_id", channel = "channel"
}
# Half a year of snapshots teaches what a quarter shows.
snapshots.history-months = 6
problems.churn {
  table = "feature/customer_snapshot"
  entity = "customer_id"
  horizon-days = 90
  label = "orders_next = 0"
  where = "recency_days <= 180"
  models = [lightgbm]
  time-budget = 0s
}
CONF
}

# NAME JOB,JOB: runs these jobs over the whole history.
run_jobs() {
  timed "$1" "$root/scripts/millrace" run "$bench/customers.conf" --from "$from" --to "$to" \
    --landing "$bench/landing" --lake "$bench/lake" --job "$2"
}

find_python() {
  python=${MILLRACE_BENCH_PYTHON:-}
  if [[ -z $python ]] && python3 -m venv "$bench/venv" >"$bench/venv.log" 2>&1 \
    && "$bench/venv/bin/pip" install -q duckdb==2.0.1 lightgbm==4.7.0 numpy==2.4.6 >>"$bench/venv.log" 2>&1; then
    python=$bench/venv/bin/python
  fi
}

begin customers
compile_tests
configure
timed deliver run_test_class -XX:-DontCompileHugeMethods dev.millrace.bench.DeliverCustomers "$bench/landing" "$customers" "$events"
result "customers, events delivered" "$customers, $events"
run_jobs taken-in ingest-orders,ingest-web_events,conform-order_line,conform-web_event,build-order_header
result "taken in, bronze and silver" "$seconds s"
run_jobs features build-session,build-customer_web_day,build-customer_day,build-customer_ledger,build-customer_snapshot
result "features of the history" "$seconds s" "240 s"
run_jobs churn train-propensity,score-propensity
result "churn trained, all scored with reasons" "$seconds s" "360 s"
run_jobs lifetime score-lifetime_value
result "lifetime value fitted and scored" "$seconds s" "180 s"
find_python
if [[ -n $python ]]; then
  timed python "$python" "$root/scripts/lib/customers_baseline.py" "$bench/landing"
  show_figures python
else
  result "DuckDB and LightGBM" "not had"
fi
