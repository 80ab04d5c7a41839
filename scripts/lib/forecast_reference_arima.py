"""Writes what ArimaReferenceTest holds Millrace to, for the series of forecast_reference_ets.py: FILE.

Orders are chosen by statsforecast. Given orders are fitted by statsmodels, whose likelihood is exact; that of statsforecast is not
where the model is nearly one with a difference more.
"""

import json
import sys
import warnings

import numpy as np
from forecast_reference_ets import STEPS, rounded, series
from scipy.stats import norm
from statsforecast.arima import ndiffs, nsdiffs
from statsforecast.models import AutoARIMA
from statsmodels.tsa.statespace.sarimax import SARIMAX

PLAIN = [((1, 0, 0), (0, 0, 0)), ((2, 0, 1), (0, 0, 0)), ((0, 1, 1), (0, 0, 0)), ((1, 1, 2), (0, 0, 0)), ((0, 2, 2), (0, 0, 0))]
SEASONAL = [
    ((0, 1, 1), (0, 1, 1)),
    ((1, 0, 0), (1, 1, 0)),
    ((2, 1, 1), (0, 1, 1)),
    ((1, 0, 1), (1, 0, 1)),
    ((0, 0, 2), (2, 0, 0)),
]
MODELLED = {
    "damped": PLAIN,
    "walk": PLAIN,
    "about zero": PLAIN[:2],
    "weekly": SEASONAL,
    "monthly": SEASONAL,
    "airline passengers": SEASONAL,
}  # fmt: skip


def taken(values, d, seasonal, period):
    """What is left after differencing."""
    for _ in range(seasonal):
        values = values[period:] - values[:-period]
    return np.diff(values, d)


def automatic(y, period):
    model = AutoARIMA(season_length=period, approximation=False).fit(y)
    found = model.model_
    p, q, seasonal_p, seasonal_q, period, d, seasonal_d = found["arma"]
    forecast = model.predict(h=STEPS, level=[95])
    theta = found["model"]["theta"][: q + period * seasonal_q]
    roots = np.roots(np.r_[1, theta][::-1]) if np.any(theta) else np.array([np.inf])
    return {
        # Noise that was differenced too often: R would leave such a model out, statsforecast does not.
        "invertible": bool(np.abs(roots).min() > 1.01),
        "order": [int(p), int(d), int(q), int(seasonal_p), int(seasonal_d), int(seasonal_q)],
        "constant": "intercept" in found["coef"] or "drift" in found["coef"],
        "logLikelihood": float(found["loglik"]),
        "criterion": float(found["aicc"]),
        "mean": rounded(forecast["mean"]),
        "deviation": rounded((forecast["hi-95"] - forecast["mean"]) / norm.ppf(0.975)),
    }


def given(y, period, order, seasonal):
    differences = order[1] + seasonal[1]
    trend = "c" if differences < 2 else "n"
    left = taken(y, order[1], seasonal[1], period)
    seasonal_order = (*seasonal, period if period > 1 else 0)
    without = (order[0], 0, order[2]), (seasonal[0], 0, seasonal[2], seasonal_order[3])
    found = SARIMAX(left, order=without[0], seasonal_order=without[1], trend=trend).fit(disp=False, maxiter=2000)
    whole = SARIMAX(y, order=order, seasonal_order=seasonal_order, trend=trend).smooth(found.params)
    forecast = whole.get_forecast(STEPS)
    # statsmodels divides squares by the number of values, we by what is left of it after coefficients and constant.
    freedom = len(left) - len(found.params) + 1
    return {
        "order": [*order, *seasonal],
        "constant": differences < 2,
        "logLikelihood": float(found.llf),
        "mean": rounded(forecast.predicted_mean),
        "deviation": rounded(forecast.se_mean * np.sqrt(len(left) / freedom)),
    }


def main(file):
    warnings.simplefilter("ignore")
    cases = []
    for name, period, values in series():
        y = np.round(np.asarray(values, dtype=float), 3)
        seasonal = int(nsdiffs(y, period=period)) if period > 1 else 0
        case = {"name": name, "seasonalDifferences": seasonal}
        case["differences"] = int(ndiffs(taken(y, 0, seasonal, period)))
        case["arima"] = automatic(y, period)
        case["orders"] = [given(y, period, *model) for model in MODELLED.get(name, [])]
        cases.append(case)
    with open(file, "w") as out:
        out.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")


if __name__ == "__main__":
    main(sys.argv[1])
