"""Writes the figures that the tests of metrics compare with.

scikit-learn computes them. The figures are committed; run this only to add a case:

    python3 -m venv venv && venv/bin/pip install scikit-learn==1.9.1 numpy==2.4.6
    venv/bin/python Tests/Reference/metric_figures.py

It overwrites Tests/EngineTests/Reference/metrics.json.
"""

import json
import pathlib
import warnings

import numpy as np
import sklearn
from sklearn import metrics

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "EngineTests" / "Reference"
SCIKIT_LEARN = "1.9.1"


def matrix(array):
    array = np.asarray(array)
    return {
        "shape": list(array.shape),
        "scalars": [float(f"{element:.9g}") for element in array.reshape(-1).tolist()]}


def regressions(random):
    targets = random.normal(size=137).astype(np.float32)
    close = (targets + 0.3 * random.normal(size=137)).astype(np.float32)
    far = (1e4 + random.normal(size=50)).astype(np.float32)
    table = random.normal(size=(40, 3)).astype(np.float32) * np.float32([1, 10, 0.1])
    cases = [
        (close, targets), (targets, targets), (-targets, targets),
        (far + np.float32(0.5), far),
        ((table + random.normal(size=table.shape)).astype(np.float32), table),
        (np.float32([1, 1, 1]), np.float32([1, 1, 1])),
        (np.float32([1, 2, 1]), np.float32([1, 1, 1])),
    ]
    return [
        {"predictions": matrix(predictions), "targets": matrix(truth),
         "rSquared": float(metrics.r2_score(
             truth.astype(np.float64), predictions.astype(np.float64)))}
        for predictions, truth in cases]


def binary(random):
    def case(scores, targets):
        scores, targets = np.float32(scores), np.float32(targets)
        answers = scores > 0
        figure = {"zero_division": 0.0}
        return {
            "scores": matrix(scores), "targets": matrix(targets),
            "precision": float(metrics.precision_score(targets, answers, **figure)),
            "recall": float(metrics.recall_score(targets, answers, **figure)),
            "f1": float(metrics.f1_score(targets, answers, **figure)),
            "auc": float(metrics.roc_auc_score(targets, scores))}

    targets = random.integers(2, size=300)
    scores = random.normal(size=300) + targets
    return [
        case(scores, targets),
        # Many ties, also across the two kinds.
        case(np.round(scores), targets),
        case(np.round(scores / 3), targets),
        case(np.zeros(300), targets),
        case(-np.abs(scores), targets),
        case(np.abs(scores) + 1, targets),
        case([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]),
        case(-scores, targets),
    ]


def classes(random):
    def case(logits, truth):
        logits = np.float32(logits)
        answers = logits.argmax(axis=1)
        figure = {"average": "macro", "zero_division": 0.0}
        return {
            "logits": matrix(logits), "classes": [int(number) for number in truth],
            "macroPrecision": float(metrics.precision_score(truth, answers, **figure)),
            "macroRecall": float(metrics.recall_score(truth, answers, **figure)),
            "macroF1": float(metrics.f1_score(truth, answers, **figure))}

    truth = random.choice(5, size=200, p=[0.5, 0.3, 0.15, 0.04, 0.01])
    logits = random.normal(size=(200, 5)) + 2 * np.eye(5)[truth]
    # Classes 6 and 7 are neither taken nor true, class 5 is taken alone.
    wide = np.concatenate([logits, np.full((200, 3), -9.0)], axis=1)
    wide[3, 5] = 99
    return [case(logits, truth), case(wide, truth), case(np.eye(3), [0, 1, 2]),
            case(np.eye(3), [1, 2, 0])]


if __name__ == "__main__":
    if sklearn.__version__ != SCIKIT_LEARN:
        raise SystemExit(f"this needs scikit-learn {SCIKIT_LEARN}; found {sklearn.__version__}")
    warnings.simplefilter("ignore")
    generator = np.random.default_rng(40)
    figures = {
        "regressions": regressions(generator), "binary": binary(generator),
        "classes": classes(generator)}
    record = {"scikitLearn": SCIKIT_LEARN, "figures": figures}
    (FOLDER / "metrics.json").write_text(json.dumps(record) + "\n")
