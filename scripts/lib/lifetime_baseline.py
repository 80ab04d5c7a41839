"""Fits and scores with pandas and lifetimes what scripts/bench lifetime gives to Millrace: FOLDER of customer_day as Parquet."""

import sys
import time

import pandas as pd
from lifetimes import BetaGeoFitter, GammaGammaFitter

HORIZON_WEEKS = 365 / 7


def main(folder):
    began = time.time()
    days = pd.read_parquet(folder)
    days["order_date"] = pd.to_datetime(days["order_date"])
    days["net_sales"] = days["net_sales"].astype(float)
    newest = days["order_date"].max()
    days = days.sort_values(["customer_id", "order_date"])
    of_customer = days.groupby("customer_id")
    customers = pd.DataFrame(
        {
            "x": of_customer.size() - 1,
            "first": of_customer["order_date"].min(),
            "last": of_customer["order_date"].max(),
            "sales": of_customer["net_sales"].sum() - of_customer["net_sales"].first(),
        }
    )
    customers["recency"] = (customers["last"] - customers["first"]).dt.days / 7
    customers["age"] = (newest - customers["first"]).dt.days / 7
    read = time.time()
    purchases = BetaGeoFitter().fit(customers["x"], customers["recency"], customers["age"])
    again = customers[customers["x"] > 0]
    spend = GammaGammaFitter().fit(again["x"], again["sales"] / again["x"])
    fitted = time.time()
    customers["alive"] = purchases.conditional_probability_alive(customers["x"], customers["recency"], customers["age"])
    customers["expected"] = purchases.conditional_expected_number_of_purchases_up_to_time(
        HORIZON_WEEKS, customers["x"], customers["recency"], customers["age"]
    )
    customers["value"] = spend.conditional_expected_average_profit(
        customers["x"], (customers["sales"] / customers["x"]).fillna(0)
    )
    customers["lifetime_value"] = customers["expected"] * customers["value"]
    scored = time.time()
    print(f"Python (lifetimes): read and summed\t{read - began:.1f} s")
    print(f"Python (lifetimes): fitted\t{fitted - read:.1f} s")
    print(f"Python (lifetimes): scored, without interval or discount\t{scored - fitted:.1f} s")
    print(f"Python (lifetimes): all\t{scored - began:.1f} s")
    found = purchases.params_
    print(f"Python (lifetimes): r, alpha, a, b\t{found['r']:.3f}, {found['alpha']:.3f}, {found['a']:.3f}, {found['b']:.3f}")


if __name__ == "__main__":
    main(sys.argv[1])
