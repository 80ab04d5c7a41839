"""Features with DuckDB, churn with LightGBM and SHAP, on what scripts/bench customers delivers: FOLDER of the landing."""

import sys
import time

import duckdb
import lightgbm
import numpy as np

TRAINED_AS_OF, SCORED_AS_OF = "2024-10-03", "2025-01-01"
SAMPLE = 100_000
SEED = 20240131

FEATURES = """
WITH orders AS (
  SELECT customer_id, CAST(ordered_at AS TIMESTAMP) AS moment, CAST(quantity AS INT) * CAST(unit_price AS DECIMAL(9, 2)) AS amount
  FROM read_parquet('{folder}/orders/*/*.parquet')),
bought AS (
  SELECT customer_id, date_diff('day', max(moment), DATE '{day}') AS recency, date_diff('day', min(moment), DATE '{day}') AS tenure,
    count(*) AS orders, count(DISTINCT CAST(moment AS DATE)) AS order_days, CAST(sum(amount) AS DOUBLE) AS value,
    count(*) FILTER (WHERE moment >= DATE '{day}' - 30) AS orders_30, count(*) FILTER (WHERE moment >= DATE '{day}' - 90) AS orders_90,
    count(*) FILTER (WHERE moment >= DATE '{day}' - 365) AS orders_365,
    CAST(sum(amount) FILTER (WHERE moment >= DATE '{day}' - 90) AS DOUBLE) AS value_90
  FROM orders WHERE moment < DATE '{day}' GROUP BY customer_id),
looked AS (
  SELECT customer_id, count(*) AS views, count(DISTINCT session_id) AS visits,
    count(*) FILTER (WHERE event_type = 'add_to_cart') AS carts,
    count(*) FILTER (WHERE CAST(event_ts AS TIMESTAMP) >= DATE '{day}' - 30) AS views_30,
    date_diff('day', max(CAST(event_ts AS TIMESTAMP)), DATE '{day}') AS looked_ago
  FROM read_parquet('{folder}/web_events/*/*.parquet')
  WHERE CAST(event_ts AS TIMESTAMP) < DATE '{day}' GROUP BY customer_id),
ahead AS (
  SELECT DISTINCT customer_id FROM orders WHERE moment >= DATE '{day}' AND moment < DATE '{day}' + 90)
SELECT bought.*, views, visits, carts, views_30, looked_ago, ahead.customer_id IS NULL AS label
FROM bought LEFT JOIN looked USING (customer_id) LEFT JOIN ahead USING (customer_id)
WHERE recency <= 180 ORDER BY customer_id
"""


def features(database, folder, day):
    columns = database.execute(FEATURES.format(folder=folder, day=day)).fetchnumpy()
    label = np.asarray(columns.pop("label"), dtype=int)
    del columns["customer_id"]
    return np.column_stack([np.ma.filled(np.ma.asarray(c, dtype=float), np.nan) for c in columns.values()]), label


def main(folder):
    database = duckdb.connect()
    database.execute("SET memory_limit = '4GB'")
    began = time.time()
    then, label = features(database, folder, TRAINED_AS_OF)
    now, _ = features(database, folder, SCORED_AS_OF)
    built = time.time()
    chosen = np.random.default_rng(SEED).permutation(len(label))[:SAMPLE]
    options = {"objective": "binary", "seed": SEED, "verbosity": -1}
    model = lightgbm.train(options, lightgbm.Dataset(then[chosen], label[chosen]))
    trained = time.time()
    model.predict(now)
    scored = time.time()
    model.predict(now, pred_contrib=True)
    explained = time.time()
    print(f"DuckDB, features as of two days\t{built - began:.1f} s")
    print(f"LightGBM, trained on {len(chosen)}\t{trained - built:.1f} s")
    print(f"LightGBM, {len(now)} scored\t{scored - trained:.1f} s")
    print(f"the same with SHAP\t{explained - scored:.1f} s")


if __name__ == "__main__":
    main(sys.argv[1])
