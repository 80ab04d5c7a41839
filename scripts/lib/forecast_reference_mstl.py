"""Writes how statsmodels takes a few series apart by MSTL, which MstlReferenceTest holds Millrace to: FILE.

Each component is written at every fifth period only, which is enough to tell whether all are the same. The forecast is that of
statsforecast's exponential smoothing for what is left without the seasons, and the last of each season: statsforecast's own MSTL takes
series apart in another way.
"""

import json
import sys

import numpy as np
from forecast_reference_ets import AIRLINE_PASSENGERS, STEPS, exponential_smoothing, rounded
from statsmodels.tsa.seasonal import MSTL

EVERY = 5


def series():
    """Name, seasons and values."""
    yield "airline passengers", [12], np.array(AIRLINE_PASSENGERS)
    chance = np.random.default_rng(21)
    t = np.arange(400)
    week = np.array([0.2, -0.1, -0.3, -0.2, 0.1, 0.5, -0.2])
    month = np.sin(2 * np.pi * t / 30)
    yield "week and month", [7, 30], 80 + 0.05 * t + 15 * week[t % 7] + 6 * month + chance.normal(size=400)
    t = np.arange(500)
    day = np.cos(2 * np.pi * t / 24)
    level = np.cumsum(chance.normal(size=500))
    hours = (20 + 0.02 * t) * day + 8 * week[(t // 24) % 7]
    yield "day and week of hours", [24, 168], 200 + level + hours + 2 * chance.normal(size=500)


def main(file):
    cases = []
    for name, periods, values in series():
        y = np.round(np.asarray(values, dtype=float), 2)
        parts = MSTL(y, periods=tuple(periods)).fit()
        seasons = parts.seasonal.reshape(len(y), -1).T
        rest = exponential_smoothing(parts.trend + parts.resid, 1, "ZZN")
        forecast = np.array(rest["mean"])
        for season, period in zip(seasons, periods):
            forecast += np.resize(season[-period:], STEPS)
        cases.append(
            {
                "name": name,
                "periods": periods,
                "values": y.tolist(),
                "trend": rounded(parts.trend[::EVERY]),
                "seasons": [rounded(season[::EVERY]) for season in seasons],
                "remainder": rounded(parts.resid[::EVERY]),
                "form": rest["form"],
                "mean": rounded(forecast),
            }
        )
    with open(file, "w") as out:
        out.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")


if __name__ == "__main__":
    main(sys.argv[1])
