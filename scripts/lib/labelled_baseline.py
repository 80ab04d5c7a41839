"""What scikit-learn and LightGBM reach on the folds of Millrace's labelled evaluations: FOLDER [NAME ...].

Each fold searches anew, by cross-validation inside its training rows, over a small grid for each kind of model; the kind that
does best inside the fold is judged on the fold's rows. Prints NAME TAB mean AUC over the folds, for each kind and for the best.
"""

import pathlib
import sys

import lightgbm
import pandas
from sklearn.compose import make_column_transformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

SEED = 42
INNER_FOLDS = 4


def one_hot(columns):
    words = [name for name in columns if name.startswith("c_")]
    numbers = [name for name in columns if name.startswith("n_")]
    return make_column_transformer(
        (OneHotEncoder(handle_unknown="infrequent_if_exist", min_frequency=10), words),
        (make_pipeline(SimpleImputer(strategy="median", add_indicator=True), StandardScaler()), numbers),
    )


def kinds(columns):
    boosted = {
        "n_estimators": [100, 300],
        "learning_rate": [0.03, 0.1],
        "num_leaves": [7, 31],
        "min_child_samples": [20],
    }
    return {
        "scikit-learn logistic": (
            make_pipeline(one_hot(columns), LogisticRegression(max_iter=2000)),
            {"logisticregression__C": [0.01, 0.1, 1, 10]},
        ),
        "scikit-learn forest": (
            make_pipeline(one_hot(columns), RandomForestClassifier(n_estimators=300, random_state=SEED)),
            {"randomforestclassifier__min_samples_leaf": [1, 5, 20]},
        ),
        "LightGBM": (lightgbm.LGBMClassifier(random_state=SEED, verbose=-1, n_jobs=1), boosted),
    }


def read(file):
    rows = pandas.read_csv(file, keep_default_na=False, na_values=[""])
    for name in rows.columns:
        if name.startswith("c_"):
            rows[name] = rows[name].astype(str).astype("category")
        elif name.startswith("n_"):
            rows[name] = pandas.to_numeric(rows[name])
    return rows


def judge(rows, repeat, fold):
    features = rows[[name for name in rows.columns if name[:2] in ("c_", "n_")]]
    held = rows[repeat] == fold
    inner = StratifiedKFold(INNER_FOLDS, shuffle=True, random_state=SEED)
    aucs, within = {}, {}
    for kind, (model, grid) in kinds(features.columns).items():
        search = GridSearchCV(model, grid, scoring="roc_auc", cv=inner, n_jobs=-1)
        search.fit(features[~held], rows.label[~held])
        within[kind] = search.best_score_
        aucs[kind] = roc_auc_score(rows.label[held], search.predict_proba(features[held])[:, 1])
    aucs["best inside the fold"] = aucs[max(within, key=within.get)]
    return aucs


def main(folder, *names):
    for file in sorted(pathlib.Path(folder).glob("*.csv")):
        if names and file.stem not in names:
            continue
        rows = read(file)
        judged = [
            judge(rows, repeat, fold)
            for repeat in rows.columns
            if repeat.startswith("fold_")
            for fold in sorted(rows[repeat].unique())
        ]
        for kind, mean in pandas.DataFrame(judged).mean().items():
            print(f"{file.stem}\t{kind}\t{mean:.4f}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
