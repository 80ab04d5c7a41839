#!/usr/bin/env bash
# Daily series of three years, each forecast by ETS, theta or the seasonal naive method as three windows of four weeks advise:
# series a second beside statsforecast, which forecasts series of the same file on as many cores; and how time grows with their
# number.
#
# scripts/bench forecast [COUNT …]   numbers of series, the last of which is compared; 1000 3000 10000 without
# MILLRACE_BENCH_SAMPLE   how many of them statsforecast forecasts, evenly spread, since all would take it long (100)
# MILLRACE_BENCH_PYTHON   a Python with statsforecast and pyarrow; otherwise one is made with pip
set -euo pipefail

# shellcheck source=scripts/lib/bench.sh
source "$(dirname "${BASH_SOURCE[0]}")/../lib/bench.sh"
# shellcheck source=scripts/lib/jdk.sh
source "$root/scripts/lib/jdk.sh"

counts=("$@")
if (($# == 0)); then
  counts=(1000 3000 10000)
fi
most=${counts[-1]}

find_python() {
  python=${MILLRACE_BENCH_PYTHON:-}
  if [[ -z $python ]] && python3 -m venv "$bench/venv" >"$bench/venv.log" 2>&1 \
    && "$bench/venv/bin/pip" install -q statsforecast==2.1.1 pyarrow==26.0.1 >>"$bench/venv.log" 2>&1; then
    python=$bench/venv/bin/python
  fi
}

begin forecast
compile_tests
timed millrace run_test_class -XX:-DontCompileHugeMethods dev.millrace.bench.ForecastMany "$bench/work" "${counts[@]}"
show_figures millrace
find_python
if [[ -n $python ]]; then
  timed python "$python" "$root/scripts/lib/forecast_baseline.py" "$bench/work/series_$most" "${MILLRACE_BENCH_SAMPLE:-100}" \
    "$(nproc)"
  show_figures python
  own=$(awk -F '\t' -v name="Millrace, series a second of $most" '$1 == name { print $2 }' "$bench/millrace.log")
  other=$(awk -F '\t' '/^statsforecast, series a second/ { print $2 }' "$bench/python.log")
  result "Millrace, times as many as statsforecast" "$(ratio "$own" "$other")" "2"
else
  result "statsforecast" "not had"
fi
