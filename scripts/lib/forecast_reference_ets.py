"""Writes what statsforecast and statsmodels make of a few series, which EtsReferenceTest and ThetaReferenceTest hold Millrace to: FILE.

The series are drawn from the formulas below with fixed seeds, but for the airline passengers of Box and Jenkins (1970).
"""

import json
import sys

import numpy as np
from scipy.stats import norm
from statsforecast.models import AutoETS, OptimizedTheta
from statsmodels.tsa.exponential_smoothing.ets import ETSModel

STEPS = 14
AIRLINE_PASSENGERS = [
    112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140,
    145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194,
    196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229,
    242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278, 284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306,
    315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336, 340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337,
    360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432,
]  # fmt: skip
FORMS = "ANN AAN AAdN ANA AAA AAdA MNN MAN MAdN MNA MAA MAdA MNM MAM MAdM".split()
IN_STATSMODELS = ["AAN", "AAdN", "ANA", "AAA", "MNM", "MAM"]


def series():
    """Name, season and values."""
    week = np.array([0.2, -0.1, -0.3, -0.2, 0.1, 0.5, -0.2])
    year = np.sin(2 * np.pi * np.arange(12) / 12)
    day = np.cos(2 * np.pi * np.arange(24) / 24)

    def drawn(seed, n):
        chance = np.random.default_rng(seed)
        return np.arange(n), chance.normal(size=n), chance

    t, e, _ = drawn(1, 120)
    yield "flat", 1, 50 + 2 * e
    t, e, _ = drawn(2, 60)
    yield "trend", 1, 20 + 0.8 * t + 3 * e
    t, e, _ = drawn(3, 80)
    yield "damped", 1, 100 + 60 * (1 - 0.93**t) + 2 * e
    t, e, _ = drawn(4, 200)
    yield "walk", 1, 300 + np.cumsum(4 * e)
    t, e, _ = drawn(5, 364)
    yield "weekly", 7, 80 + 0.03 * t + 20 * week[t % 7] + 5 * e
    t, e, _ = drawn(6, 210)
    yield "weekly in proportion", 7, (40 + 0.3 * t) * (1 + week[t % 7]) * np.exp(0.06 * e)
    t, e, _ = drawn(7, 96)
    yield "monthly", 12, 200 + np.cumsum(3 * e) + 30 * year[t % 12]
    yield "airline passengers", 12, np.array(AIRLINE_PASSENGERS)
    t, e, _ = drawn(8, 240)
    yield "hourly", 24, 60 + 15 * day[t % 24] + 4 * e
    t, _, chance = drawn(9, 150)
    yield "counts", 7, chance.poisson(1.5 * (1 + week[t % 7])).astype(float)
    t, e, _ = drawn(10, 100)
    yield "about zero", 1, 3 * e
    t, e, _ = drawn(11, 300)
    yield "noise", 7, np.exp(3 + 0.8 * e)
    t, e, _ = drawn(12, 14)
    yield "short", 1, 30 + t + e
    t, e, _ = drawn(13, 30)
    yield "two and a half years", 12, 100 + 25 * year[t % 12] + 3 * e


def rounded(values):
    return [float(f"{value:.8g}") for value in values]


def exponential_smoothing(y, season, form="ZZZ", damped=None):
    model = AutoETS(season_length=season, model=form, damped=damped).fit(y)
    found = model.model_
    forecast = model.predict(h=STEPS, level=[95])
    # statsforecast takes two degrees of freedom more than there are coefficients.
    freedom = len(y) - found["n_params"] - 1
    deviation = (forecast["hi-95"] - forecast["mean"]) / norm.ppf(0.975) * np.sqrt(freedom / (freedom + 2))
    error, trend, seasonal, damp = found["components"]
    alpha, beta, gamma = np.nan_to_num(found["par"][:3])
    return {
        # statsforecast starts within beta <= alpha and gamma <= 1 - alpha, but then does not look at that any more.
        "withinBounds": bool(beta <= alpha and gamma <= 1 - alpha),
        "form": error + trend + ("d" if damp == "D" else "") + seasonal,
        "logLikelihood": float(found["loglik"]),
        "criterion": float(found["aicc"]),
        "mean": rounded(forecast["mean"]),
        "deviation": rounded(deviation),
    }


def theta(y, season):
    model = OptimizedTheta(season_length=season).fit(y)
    found = model.model_
    level, alpha, stretch = (float(found["par"][name]) for name in ("initial_smoothed", "alpha", "theta"))
    squares = float(found["mse"]) * max(np.mean(np.abs(adjusted(y, found))), 1e-10)
    return {
        "alpha": alpha,
        "theta": stretch,
        "level": level,
        "squares": squares,
        "mean": rounded(model.predict(h=STEPS)["mean"]),
    }


def adjusted(y, found):
    if not found.get("decompose"):
        return y
    indices = found["seas_forecast"]["mean"]
    phases = (np.arange(len(y)) - len(y)) % len(indices)
    return y / indices[phases] if found["decomposition_type"] == "multiplicative" else y - indices[phases]


def of_statsmodels(y, season, form):
    names = {"A": "add", "M": "mul", "N": None}
    model = ETSModel(
        y,
        error=names[form[0]],
        trend=names[form[1]],
        damped_trend="d" in form,
        seasonal=names[form[-1]],
        seasonal_periods=season if form[-1] != "N" else None,
    )
    found = model.fit(disp=False, maxiter=5000)
    smoothing = [value for name, value in zip(model.param_names, found.params) if name.startswith("smoothing")]
    return {"form": form, "withinBounds": bool(min(smoothing) >= 9e-5), "logLikelihood": float(found.llf)}


def main(file):
    cases = []
    for name, season, values in series():
        y = np.round(np.asarray(values, dtype=float), 3)
        case = {"name": name, "season": season, "values": y.tolist(), "ets": exponential_smoothing(y, season)}
        case["theta"] = theta(y, season)
        if name == "airline passengers" or name == "weekly in proportion":
            case["forms"] = [exponential_smoothing(y, season, f.replace("d", ""), "d" in f) for f in FORMS]
            case["statsmodels"] = [of_statsmodels(y, season, f) for f in IN_STATSMODELS]
        cases.append(case)
    with open(file, "w") as out:
        out.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")


if __name__ == "__main__":
    main(sys.argv[1])
