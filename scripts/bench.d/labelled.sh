#!/usr/bin/env bash
# AUC on the five labelled tables beside scikit-learn and LightGBM, which search on the same folds. The bar: no more than 0.005
# below the better of them.
#
# MILLRACE_BENCH_TABLES   only these evaluations, by name, separated by spaces
# MILLRACE_BENCH_PYTHON   a Python with scikit-learn, lightgbm and pandas; otherwise one is made with pip
set -euo pipefail

# shellcheck source=scripts/lib/bench.sh
source "$(dirname "${BASH_SOURCE[0]}")/../lib/bench.sh"
# shellcheck source=scripts/lib/jdk.sh
source "$root/scripts/lib/jdk.sh"

if [[ -z ${MILLRACE_DATASETS:-} || ! -d $MILLRACE_DATASETS/telco-churn ]]; then
  echo "bench: labelled needs MILLRACE_DATASETS, the folder that holds telco-churn and the others." >&2
  exit 2
fi
tables=(${MILLRACE_BENCH_TABLES:-telco-churn german-credit ai4i2020 hillstrom-visit olist-leads})

find_python() {
  python=${MILLRACE_BENCH_PYTHON:-}
  if [[ -z $python ]]; then
    timed venv python3 -m venv "$bench/venv"
    timed packages "$bench/venv/bin/pip" install -q scikit-learn==1.9.1 lightgbm==4.7.0 pandas==3.1.1
    python=$bench/venv/bin/python
  fi
}

# LOG TABLE KIND: a figure of the baseline.
figure() {
  awk -F '\t' -v table="$2" -v kind="$3" '$1 == table && $2 == kind { print $3 }' "$bench/$1.log"
}

begin labelled
compile_tests
find_python
timed folds run_test_class dev.millrace.evaluate.LabelledFolds "$MILLRACE_DATASETS" "$bench/folds"
for table in "${tables[@]}"; do
  timed "millrace-$table" "$root/scripts/millrace" evaluate "$table" --datasets "$MILLRACE_DATASETS" --json
  own=$("$python" -c 'import json, sys
text = open(sys.argv[1]).read()
metrics = json.JSONDecoder().raw_decode(text[text.index("{"):])[0]["evaluations"][0]["metrics"]
print(next("%.4f" % metric["value"] for metric in metrics if metric["name"] == "auc"))' "$bench/millrace-$table.log")
  timed "python-$table" "$python" "$root/scripts/lib/labelled_baseline.py" "$bench/folds" "$table"
  best=
  for kind in "scikit-learn logistic" "scikit-learn forest" LightGBM; do
    other=$(figure "python-$table" "$table" "$kind")
    result "$table, $kind" "$other"
    best=$(printf '%s\n' "$best" "$other" | sort -g | tail -n 1)
  done
  result "$table, Millrace" "$own" "$(awk -v best="$best" 'BEGIN { printf "%.4f", best - 0.005 }')"
done
