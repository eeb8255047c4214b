#!/usr/bin/env python3
"""Mean squared errors on three random fifths of MovieLens 100K: ours and other libraries' models.

    python3 -m venv venv && venv/bin/pip install 'setuptools<80' wheel numpy scipy pybind11 cython
    venv/bin/pip install --no-build-isolation myfm==0.4.0 scikit-surprise==1.1.5
    venv/bin/python Tests/Reference/yardstick.py ML-100K-FOLDER SPLITS-FOLDER [NAME ...]

Writes the splits (seeds 0, 1, 2; they may not be passed on, since the ratings may not) and runs each
model on each split in a process of its own, one after the other. NAME is the start of a model's name;
without one all run. The lectern command is ./lectern, or what LECTERN says.
"""

import json
import os
import pathlib
import shlex
import statistics
import subprocess
import sys
import time

SEEDS = range(3)
OURS = ["damped means", "Bayesian", "Bayesian, choices", "blend"]
HEADER = "user,item,rating"


def write_splits(source, folder):
    import numpy as np

    rows = [line.split("\t")[:3] for line in (source / "u.data").read_text().splitlines()]
    folder.mkdir(parents=True, exist_ok=True)
    for seed in SEEDS:
        order = np.random.default_rng(seed).permutation(len(rows))
        test = set(order[: len(rows) // 5].tolist())
        for part, held_out in (("training", False), ("test", True)):
            lines = [",".join(row) for index, row in enumerate(rows) if (index in test) == held_out]
            (folder / f"{seed}.{part}.csv").write_text("\n".join([HEADER, *lines]) + "\n")


def read(folder, seed):
    import numpy as np

    return [np.loadtxt(folder / f"{seed}.{part}.csv", delimiter=",", skiprows=1)
            for part in ("training", "test")]


def surprise_model(make):
    def predict(training, test, seed):
        import random
        import numpy as np
        import surprise

        random.seed(seed)
        np.random.seed(seed)
        reader = surprise.Reader(rating_scale=(1, 5))
        rows = [(int(u), int(i), r, None) for u, i, r in training]
        data = surprise.Dataset(reader)
        data.raw_ratings = rows
        model = make(surprise, seed).fit(data.construct_trainset(rows))
        return np.array([model.predict(int(u), int(i)).est for u, i, _ in test])

    return predict


def myfm_model(training, test, seed):
    import myfm
    import numpy as np
    from scipy import sparse

    users, items = 1 + int(max(training[:, 0].max(), test[:, 0].max())), 1 + int(
        max(training[:, 1].max(), test[:, 1].max()))

    def one_hot(rows):
        columns = np.stack([rows[:, 0], users + rows[:, 1]], axis=1).astype(int).ravel()
        return sparse.csr_matrix((np.ones(len(columns)), columns, np.arange(0, len(columns) + 1, 2)),
                                 shape=(len(rows), users + items))

    model = myfm.MyFMRegressor(rank=10, random_seed=seed)
    model.fit(one_hot(training), training[:, 2], n_iter=300, group_shapes=[users, items])
    return model.predict(one_hot(test))


PEERS = {
    "Surprise SVD": surprise_model(lambda surprise, seed: surprise.SVD(random_state=seed)),
    "Surprise SVD, tuned": surprise_model(lambda surprise, seed: surprise.SVD(
        n_factors=200, n_epochs=60, lr_all=0.005, reg_all=0.1, random_state=seed)),
    "Surprise SVD++": surprise_model(lambda surprise, seed: surprise.SVDpp(
        random_state=seed, cache_ratings=True)),
    "myFM": myfm_model,
}


def run_peer(name, folder, seed):
    training, test = read(folder, seed)
    start = time.perf_counter()
    predictions = PEERS[name](training, test, seed)
    seconds = time.perf_counter() - start
    print(json.dumps({"meanSquaredError": float(((predictions - test[:, 2]) ** 2).mean()),
                      "seconds": seconds}))


def measure(command):
    """The last line of what a command prints, with its process's peak memory in megabytes and
    the time that the processor's cores spent on it, which other programs hardly change."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    text = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{shlex.join(command)} ended with {process.returncode}")
    return json.loads(text.strip().splitlines()[-1]) | {
        "peak": usage.ru_maxrss / 1e3, "processor": usage.ru_utime + usage.ru_stime}


def command(name, folder, seed):
    if name in PEERS:
        return [sys.executable, __file__, "--peer", name, str(folder), str(seed)]
    lectern = shlex.split(os.environ.get("LECTERN", "./lectern"))
    return [*lectern, "bench", "yardstick", "--splits", str(folder), "--split", str(seed),
            "--model", name]


def main(source, folder, names):
    write_splits(source, folder)
    print(f"{'model':22} {'squared error':>17} {'seconds':>8} {'CPU s':>6} {'peak, MB':>9}")
    for name in [*PEERS, *OURS]:
        if names and not any(name.startswith(start) for start in names):
            continue
        results = [measure(command(name, folder, seed)) for seed in SEEDS]
        errors = [result["meanSquaredError"] for result in results]
        seconds = statistics.mean(result["seconds"] for result in results)
        processor = statistics.mean(result["processor"] for result in results)
        peak = max(result["peak"] for result in results)
        print(f"{name:22} {statistics.mean(errors):8.4f} ± {statistics.stdev(errors):.4f} "
              f"{seconds:8.1f} {processor:6.1f} {peak:9.0f}", flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "--peer":
        run_peer(sys.argv[2], pathlib.Path(sys.argv[3]), int(sys.argv[4]))
    else:
        main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3:])
