"""Writes what statsforecast expects of a few series of intermittent demand, which DemandReferenceTest holds Millrace to: FILE."""

import json
import sys

import numpy as np
from forecast_reference_ets import rounded
from statsforecast.models import TSB, CrostonClassic, CrostonOptimized, CrostonSBA

METHODS = {
    "croston": CrostonClassic(),
    "croston optimised": CrostonOptimized(),
    "sba": CrostonSBA(),
    "tsb": TSB(alpha_d=0.2, alpha_p=0.05),
}


def series():
    """Name and values."""
    chance = np.random.default_rng(1)
    yield "rare", chance.poisson(0.15, 120)
    yield "frequent", chance.poisson(0.9, 90)
    yield "lumpy", np.where(chance.random(150) < 0.2, np.round(chance.lognormal(2, 1, 150)), 0)
    yield "growing", np.where(chance.random(200) < 0.3, np.arange(200) // 10 + chance.poisson(3, 200), 0)
    yield "more and more often", (chance.random(180) < np.linspace(0.02, 0.8, 180)) * chance.poisson(6, 180)
    yield "from the first period", np.array([5, 0, 0, 3, 0, 4, 0, 0, 0, 6, 0])
    yield "once", np.array([0, 0, 0, 7, 0, 0])
    yield "never", np.zeros(10)


def expected(method, y):
    model = method.fit(y)
    return float(f"{model.predict(h=1)['mean'][0]:.8g}")


def main(file):
    cases = []
    for name, values in series():
        y = np.asarray(values, dtype=float)
        case = {"name": name, "values": rounded(y)}
        case["expected"] = {key: expected(method, y) for key, method in METHODS.items()}
        cases.append(case)
    with open(file, "w") as out:
        out.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")


if __name__ == "__main__":
    main(sys.argv[1])
