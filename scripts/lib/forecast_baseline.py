"""ETS, theta and the seasonal naive method by statsforecast, on what scripts/bench forecast draws: FOLDER SAMPLE CORES.

Reading the series is not timed, nor are the first of them, which start the processes.
"""

import sys
import time

import pyarrow.parquet
from statsforecast import StatsForecast
from statsforecast.models import AutoETS, OptimizedTheta, SeasonalNaive

SEASON, HORIZON, WINDOWS = 7, 28, 3
NAMES = {"series_id": "unique_id", "period": "ds", "value": "y"}


def forecast(series, cores):
    """The backtest of three windows, and then the forecast itself; seconds of each."""
    models = [AutoETS(season_length=SEASON), OptimizedTheta(season_length=SEASON), SeasonalNaive(season_length=SEASON)]
    began = time.time()
    each = StatsForecast(models=models, freq=1, n_jobs=cores)
    each.cross_validation(df=series, h=HORIZON, step_size=HORIZON, n_windows=WINDOWS)
    backtested = time.time()
    each.forecast(df=series, h=HORIZON)
    return backtested - began, time.time() - backtested


def main(folder, sample, cores):
    series = pyarrow.parquet.read_table(folder).to_pandas().rename(columns=NAMES)
    names = series["unique_id"].unique()
    chosen = names if len(names) <= sample else names[:: len(names) // sample][:sample]
    forecast(series[series["unique_id"].isin(names[:cores])], cores)
    backtest, ahead = forecast(series[series["unique_id"].isin(chosen)], cores)
    print(f"statsforecast, series of the same {len(names)} forecast\t{len(chosen)}")
    print(f"statsforecast, series a second\t{len(chosen) / (backtest + ahead):.2f}")
    print(f"statsforecast, the backtest alone\t{len(chosen) / backtest:.2f}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
