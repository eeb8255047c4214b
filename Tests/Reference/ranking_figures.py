#!/usr/bin/env python3
"""Writes Tests/RecommenderTests/Reference/ranking.json: LensKit's metrics of random lists.

    pip install lenskit==2025.8.1
    python3 Tests/Reference/ranking_figures.py
"""

import json
import pathlib

import numpy as np
from lenskit.data import ItemList
from lenskit.metrics import NDCG, Hit, Precision, Recall, RecipRank
from lenskit.metrics.ranking import AveragePrecision, LogRankWeight

random = np.random.default_rng(7)
METRICS = {
    "precision": Precision, "recall": Recall, "hitRate": Hit, "reciprocalRank": RecipRank,
    "averagePrecision": AveragePrecision,
    # The default gives the first two places the same weight.
    "ndcg": lambda k: NDCG(k, weight=LogRankWeight(offset=1)),
}


def case(length, wanted):
    items = random.permutation(30)[:length].tolist()
    relevant = sorted(random.permutation(30)[:wanted].tolist())
    ranked, test = ItemList(items, ordered=True), ItemList(relevant)
    return {
        "items": items,
        "relevant": relevant,
        "figures": {
            name: [float(metric(k).measure_list(ranked, test)) for k in (1, 5, 10, 20)]
            for name, metric in METRICS.items()
        },
    }


def main():
    cases = [case(length, wanted) for length in (3, 12, 30) for wanted in (1, 3, 15)]
    target = pathlib.Path(__file__).parent.parent / "RecommenderTests/Reference/ranking.json"
    target.write_text(json.dumps(cases) + "\n")


main()
