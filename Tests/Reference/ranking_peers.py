#!/usr/bin/env python3
"""How good lists of ten are, NDCG at 10 on MovieLens 100K: ours and other libraries' models.

    python3 -m venv venv && venv/bin/pip install lenskit==2025.8.1 implicit==0.7.3
    venv/bin/python Tests/Reference/ranking_peers.py ML-100K-FOLDER SPLITS-FOLDER [NAME ...]

The split: a random fifth of the ratings is the test part, a random tenth of all the validation part
(seed 0; it may not be passed on, since the ratings may not). Items that a user has rated 4 or more
are wanted. Each model's settings are those of its grid below, or of RankingModel.swift for ours,
whose lists are best on the validation part; then it learns from training and validation and is
judged by the test part. Its time is that of the last step. All items that the user has not rated in
what was learned from compete. The other libraries write lists; `lectern bench ranking` judges all.
NAME is the start of a model's name; without one all run. The lectern command is ./lectern, or what
LECTERN says.
"""

import json
import os
import pathlib
import shlex
import subprocess
import sys
import time

import numpy as np
import pandas as pd

OURS = ["popularity", "damped means", "item neighbours", "implicit least squares", "Bayesian"]
PARTS = ["test", "validation", "training"]
LENGTH = 10


def write_split(source, folder):
    rows = [line.split("\t")[:3] for line in (source / "u.data").read_text().splitlines()]
    order = np.random.default_rng(0).permutation(len(rows))
    ends = [len(rows) // 5, len(rows) // 5 + len(rows) // 10]
    folder.mkdir(parents=True, exist_ok=True)
    for name, indices in zip(PARTS, np.split(order, ends)):
        lines = [",".join(rows[index]) for index in sorted(indices)]
        (folder / f"{name}.csv").write_text("\n".join(["user,item,rating", *lines]) + "\n")


def read(folder, *names):
    return pd.concat([pd.read_csv(folder / f"{name}.csv") for name in names], ignore_index=True)


# Models: from ratings and settings to a list of items for each user

def lenskit_model(make, is_rating=False):
    def lists(known, users, settings):
        from lenskit.batch import recommend
        from lenskit.data import from_interactions_df
        from lenskit.pipeline import topn_pipeline

        frame = known.rename(columns={"user": "user_id", "item": "item_id"})
        data = from_interactions_df(frame)
        pipeline = topn_pipeline(make(settings), n=LENGTH, predicts_ratings=False)
        pipeline.train(data)
        found = recommend(pipeline, users, LENGTH, n_jobs=1)
        return {int(key.user_id): [int(i) for i in items.ids()] for key, items in found}

    return lists


def popularity(settings):
    from lenskit.basic import PopScorer
    return PopScorer()


def item_neighbours(settings):
    from lenskit.knn import ItemKNNScorer
    return ItemKNNScorer(feedback="implicit", **settings)


def lenskit_least_squares(settings):
    from lenskit.als import ImplicitMFScorer
    return ImplicitMFScorer(epochs=15, **settings)


def biased_factorization(settings):
    from lenskit.als import BiasedMFScorer
    return BiasedMFScorer(epochs=15, **settings)


def implicit_model(make):
    def lists(known, users, settings):
        from scipy import sparse

        values = known.rating.to_numpy(np.float32) if settings.get("weigh") else np.ones(
            len(known), np.float32)
        options = {name: value for name, value in settings.items() if name != "weigh"}
        shape = (known.user.max() + 1, known.item.max() + 1)
        matrix = sparse.csr_matrix((values, (known.user, known.item)), shape=shape)
        model = make(options)
        model.fit(matrix, show_progress=False)
        # Numbers that are no item's in what was learned from must not be recommended.
        absent = np.setdiff1d(np.arange(shape[1]), known.item.unique())
        ids, _ = model.recommend(
            users, matrix[users], N=LENGTH, filter_already_liked_items=True, filter_items=absent)
        return {int(user): row.tolist() for user, row in zip(users, ids)}

    return lists


def implicit_least_squares(options):
    from implicit.als import AlternatingLeastSquares
    return AlternatingLeastSquares(random_state=1, **options)


def personalized_ranking(options):
    from implicit.bpr import BayesianPersonalizedRanking
    return BayesianPersonalizedRanking(random_state=1, num_threads=1, **options)


def grid(**options):
    settings = [{}]
    for name, values in options.items():
        settings = [before | {name: value} for before in settings for value in values]
    return settings


PEERS = {
    "LensKit popularity": (lenskit_model(popularity), [{}]),
    "LensKit item kNN, implicit": (
        lenskit_model(item_neighbours), grid(max_nbrs=[20, 50, 100, 200, 400], min_nbrs=[1, 5])),
    "LensKit implicit ALS": (
        lenskit_model(lenskit_least_squares),
        grid(embedding_size=[8, 16, 32], weight=[2, 5, 20], regularization=[0.1, 1, 10, 100],
             use_ratings=[False, True])),
    "LensKit biased MF": (
        lenskit_model(biased_factorization),
        grid(embedding_size=[16, 50, 100], regularization=[0.03, 0.1, 0.3])),
    "implicit ALS": (
        implicit_model(implicit_least_squares),
        grid(factors=[8, 16, 32], alpha=[0.3, 1, 3], regularization=[3, 10, 30, 100],
             weigh=[False, True])),
    "implicit BPR": (
        implicit_model(personalized_ranking),
        grid(factors=[32, 64, 128], learning_rate=[0.003, 0.01], regularization=[0.02, 0.05, 0.1],
             iterations=[100, 300])),
}


# Judging

def lectern(folder, *arguments):
    command = shlex.split(os.environ.get("LECTERN", "./lectern"))
    output = subprocess.run(
        [*command, "bench", "ranking", "--splits", str(folder), *arguments], check=True,
        stdout=subprocess.PIPE, text=True).stdout
    return json.loads(output.splitlines()[-1])


def judge(folder, name, part, lists):
    path = folder / f"{part}-lists.json"
    path.write_text(json.dumps({"model": name, "part": part, "lists": lists}))
    return lectern(folder, "--lists", str(path))


def peer(name, folder):
    model, candidates = PEERS[name]
    parts = {"validation": read(folder, "training"), "test": read(folder, "training", "validation")}

    def lists(part, settings):
        users = np.intersect1d(read(folder, part).user.unique(), parts[part].user.unique())
        start = time.perf_counter()
        made = model(parts[part], users, settings)
        return made, time.perf_counter() - start

    best = candidates[0]
    if len(candidates) > 1:
        figures = [judge(folder, name, "validation", lists("validation", settings)[0])["ndcg"]
                   for settings in candidates]
        best = candidates[figures.index(max(figures))]
    made, seconds = lists("test", best)
    words = ", ".join(f"{key} {value}" for key, value in best.items())
    return judge(folder, name, "test", made) | {"seconds": seconds, "settings": words}


def main(source, folder, names):
    write_split(source, folder)
    print(f"{'model':30} {'NDCG@10':>7} {'95 % interval':>15} {'seconds':>8}  settings")
    for name in [*PEERS, *OURS]:
        if names and not any(name.startswith(start) for start in names):
            continue
        result = peer(name, folder) if name in PEERS else lectern(folder, "--model", name)
        title = name if name in PEERS else f"Lectern {name}"
        print(f"{title:30} {result['ndcg']:7.4f} {result['lower']:7.4f}–{result['upper']:.4f} "
              f"{result['seconds']:8.2f}  {result['settings']}", flush=True)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3:])
