#!/usr/bin/env bash
# Lifetime value of a million simulated customers: fitted and scored, from days of customers to rows of scores, with the planted
# parameters found; and what Python's lifetimes takes for the same.
#
# MILLRACE_BENCH_CUSTOMERS   another number of customers
# MILLRACE_BENCH_PYTHON      a Python with lifetimes, pandas and pyarrow; otherwise one is made with pip, where that can be
set -euo pipefail

# shellcheck source=scripts/lib/bench.sh
source "$(dirname "${BASH_SOURCE[0]}")/../lib/bench.sh"
# shellcheck source=scripts/lib/jdk.sh
source "$root/scripts/lib/jdk.sh"

customers=${MILLRACE_BENCH_CUSTOMERS:-1000000}

find_python() {
  python=${MILLRACE_BENCH_PYTHON:-}
  if [[ -z $python ]] && python3 -m venv "$bench/venv" >"$bench/venv.log" 2>&1 \
    && "$bench/venv/bin/pip" install -q lifetimes==0.11.3 pyarrow >>"$bench/venv.log" 2>&1; then
    python=$bench/venv/bin/python
  fi
}

begin lifetime
compile_tests
timed lifetime run_test_class -XX:-DontCompileHugeMethods dev.millrace.bench.LifetimeOfMany "$bench/simulated" "$customers"
show_figures lifetime
find_python
if [[ -n $python ]]; then
  timed python "$python" "$root/scripts/lib/lifetime_baseline.py" "$bench/simulated/customer_day"
  show_figures python
else
  result "Python's lifetimes" "not had"
fi
