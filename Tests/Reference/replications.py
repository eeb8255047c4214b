"""Trains the models of `lectern bench --replicate` in PyTorch, and adds the runs to the same file.

    python3 -m venv venv && venv/bin/pip install torch==2.13.0 numpy
    venv/bin/python Tests/Reference/replications.py --ml100k FOLDER [--ml1m FOLDER]
        [--seeds 5] [--model NAME] [--results Replications/results.jsonl]

NAME is the start of a model's name; without it all are trained. The settings are those that
`lectern bench --replicate --settings` prints, and seed by seed the same ratings are held out. A run
that is in the file is not repeated. The lectern command is ./lectern, or what LECTERN says. The
Netflix Prize's data is left to Lectern.
"""

import argparse
import bisect
import fcntl
import hashlib
import json
import math
import os
import pathlib
import shlex
import statistics
import subprocess
import sys
import time

import numpy as np
import torch
from torch import nn

from figures import PYTORCH, require_pytorch

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WHO = f"PyTorch {PYTORCH}"
AGES = [1, 18, 25, 35, 45, 50, 56]


# Data

class Data:
    """Ratings in the order of the file, users and items numbered from 0."""

    def __init__(self, name, folder):
        self.name = name
        file, separator = {"ml-100k": ("u.data", "\t"), "ml-1m": ("ratings.dat", "::")}[name]
        content = (folder / file).read_bytes()
        self.sha256 = hashlib.sha256(content).hexdigest()
        rows = [line.split(separator) for line in content.decode("latin-1").splitlines()]
        users, items = {}, {}
        self.users = np.array([users.setdefault(int(row[0]), len(users)) for row in rows])
        self.items = np.array([items.setdefault(int(row[1]), len(items)) for row in rows])
        self.ratings = np.array([float(row[2]) for row in rows], dtype=np.float32)
        self.times = np.array([int(row[3]) for row in rows])
        self.user_count, self.item_count = len(users), len(items)
        self.features = self.read_features(folder, users)

    def read_features(self, folder, users):
        """Age bracket, gender and occupation of each user, counted from 1."""
        if self.name == "ml-100k":
            lines = (folder / "u.user").read_text("latin-1").splitlines()
            people = {int(i): (int(age), gender, job)
                      for i, age, gender, job, _ in (line.split("|") for line in lines)}
        else:
            lines = (folder / "users.dat").read_text("latin-1").splitlines()
            people = {int(i): (int(age), gender, job)
                      for i, gender, age, job, _ in (line.split("::") for line in lines)}
        people = [people[user] for user in users]
        columns = [[bisect.bisect_right(AGES, age) for age, _, _ in people]]
        for place in (1, 2):
            names = sorted({person[place] for person in people})
            columns.append([1 + names.index(person[place]) for person in people])
        return np.array(columns).T


def held_out_fifth(count, seed):
    """The rule of HeldOutFifth in Sources/lectern/Benchmarks/Replications."""
    z = (np.uint64(seed) << np.uint64(32)) + np.arange(count, dtype=np.uint64)
    z = z + np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    z = z ^ (z >> np.uint64(31))
    mask = np.zeros(count, dtype=bool)
    mask[np.argsort(z, kind="stable")[: count // 5]] = True
    return mask


def histories(data):
    """For each user the rows in the order of time, of equal times the earlier row first."""
    order = np.lexsort((np.arange(len(data.times)), data.times, data.users))
    starts = np.searchsorted(data.users[order], np.arange(data.user_count + 1))
    return [order[start:end] for start, end in zip(starts, starts[1:])]


def held_out_last(data):
    mask = np.zeros(len(data.ratings), dtype=bool)
    for rows in histories(data):
        if len(rows) > 1:
            mask[rows[-1]] = True
    return mask


def pairs(data):
    return (torch.from_numpy(data.users), torch.from_numpy(data.items))


def sequences(data, length):
    """For each row the items up to its own, numbered from 1, and the ratings before it; 0 fills up."""
    items = np.zeros((len(data.ratings), length), dtype=np.int64)
    steps = np.zeros((len(data.ratings), length - 1), dtype=np.int64)
    scale = sorted(set(data.ratings.tolist()))
    levels = 1 + np.searchsorted(scale, data.ratings)
    for rows in histories(data):
        for place, row in enumerate(rows):
            seen = rows[max(0, place - length + 1): place + 1]
            items[row, length - len(seen):] = data.items[seen] + 1
            steps[row, length - len(seen):] = levels[seen[:-1]]
    return (torch.from_numpy(data.users), torch.from_numpy(items), torch.from_numpy(steps),
            torch.from_numpy(data.features[data.users]))


# Models

def squeezed(scores, ends):
    return scores if ends is None else torch.sigmoid(scores) * (ends[1] - ends[0]) + ends[0]


def embedding(count, width, deviation, cut):
    table = nn.Embedding(count, width)
    if cut is None:
        nn.init.normal_(table.weight, 0, deviation)
    else:
        nn.init.trunc_normal_(table.weight, 0, deviation, -cut, cut)
    return table


class DotProduct(nn.Module):
    def __init__(self, data, factors, hasBiases, deviation, range=None, cutAt=None):
        super().__init__()
        self.range = range
        widths = [(data.user_count, factors), (data.item_count, factors)]
        if hasBiases:
            widths += [(data.user_count, 1), (data.item_count, 1)]
        self.tables = nn.ModuleList(embedding(*size, deviation, cutAt) for size in widths)

    def forward(self, users, items):
        scores = (self.tables[0](users) * self.tables[1](items)).sum(1)
        if len(self.tables) > 2:
            scores = scores + self.tables[2](users)[:, 0] + self.tables[3](items)[:, 0]
        return squeezed(scores, self.range)


def fastai_width(count):
    return min(600, round(1.6 * count**0.56))


class Neural(nn.Module):
    def __init__(self, data, layers, hasBatchNorm, dropout, deviation, embeddingWidth=None,
                 range=None, cutAt=None):
        super().__init__()
        self.range = range
        widths = [embeddingWidth or fastai_width(n) for n in (data.user_count, data.item_count)]
        self.users = embedding(data.user_count, widths[0], deviation, cutAt)
        self.items = embedding(data.item_count, widths[1], deviation, cutAt)
        parts, before = [], sum(widths)
        for width in layers:
            parts += [nn.Linear(before, width, bias=not hasBatchNorm), nn.ReLU()]
            if hasBatchNorm:
                parts.append(nn.BatchNorm1d(width))
            if dropout:
                parts.append(nn.Dropout(dropout))
            before = width
        self.network = nn.Sequential(*parts, nn.Linear(before, 1))

    def forward(self, users, items):
        both = torch.cat([self.users(users), self.items(items)], dim=1)
        return squeezed(self.network(both)[:, 0], self.range)


class Transformer(nn.Module):
    def __init__(self, data, length, width, heads, feedForward, hidden, dropout, headDropout,
                 reads, range=None):
        super().__init__()
        self.range, self.reads = range, reads
        self.items = nn.Embedding(data.item_count + 1, width, padding_idx=0)
        self.users = nn.Embedding(data.user_count, width)
        if "ratings" in reads:
            steps = len(set(data.ratings.tolist()))
            self.ratings = nn.Embedding(steps + 1, width, padding_idx=0)
        self.positions = nn.Embedding(length - ("ratings" in reads), width)
        counts = (data.features.max(0) + 1).tolist() if "userFeatures" in reads else []
        self.features = nn.ModuleList(nn.Embedding(n, (n + 1) // 2) for n in counts)
        self.encoder = nn.TransformerEncoderLayer(
            width, heads, feedForward, dropout=dropout, activation="gelu", batch_first=True)
        before = width * (length + 1) + sum((n + 1) // 2 for n in counts)
        parts = []
        for index, size in enumerate(hidden):
            parts += [nn.Linear(before, size), nn.BatchNorm1d(size), nn.Mish()]
            if index == len(hidden) - 2:
                parts.append(nn.Dropout(headDropout))
            before = size
        self.head = nn.Sequential(*parts, nn.Linear(before, 1))

    def forward(self, users, items, steps, features):
        places = self.items(items)
        if "ratings" in self.reads:
            earlier = places[:, :-1] + self.ratings(steps) + self.positions.weight
            places = torch.cat([earlier, places[:, -1:]], dim=1)
        else:
            places = places + self.positions.weight
        encoded = self.encoder(places, src_key_padding_mask=items == 0)
        known = [table(features[:, index]) for index, table in enumerate(self.features)]
        joined = torch.cat([encoded.flatten(1), self.users(users), *known], dim=1)
        return squeezed(self.head(joined)[:, 0], self.range)


# Training

def cosine(start, end, position):
    return start + (1 - math.cos(math.pi * position)) * (end - start) / 2


def set_fastai_rate(optimizer, peak, beta2, position):
    if position < 0.25:
        part = position / 0.25
        rate, beta1 = cosine(peak / 25, peak, part), cosine(0.95, 0.85, part)
    else:
        part = (position - 0.25) / 0.75
        rate, beta1 = cosine(peak, peak / 1e5, part), cosine(0.85, 0.95, part)
    for group in optimizer.param_groups:
        group["lr"], group["betas"] = rate, (beta1, beta2)


def make_optimizer(model, settings):
    decay = settings["weightDecay"]
    exempt = [] if settings["decaysVectors"] else [p for p in model.parameters() if p.dim() == 1]
    names = {id(p) for p in exempt}
    groups = [{"params": [p for p in model.parameters() if id(p) not in names],
               "weight_decay": decay}]
    if exempt:
        groups.append({"params": exempt, "weight_decay": 0.0})
    return torch.optim.AdamW(groups, lr=settings["peak"], betas=(0.9, settings["beta2"]),
                             eps=settings["epsilon"])


def errors(model, inputs, ratings, rows):
    model.eval()
    with torch.no_grad():
        parts = [model(*(x[part] for x in inputs)) for part in rows.split(512)]
    difference = (torch.cat(parts) - ratings[rows]).double()
    return (difference**2).mean().item(), difference.abs().mean().item()


def train(model, inputs, ratings, training, validation, settings, report):
    """The errors of the last epoch, or of the best one, and how many epochs were trained."""
    optimizer = make_optimizer(model, settings)
    batches = -(-len(training) // settings["batchSize"])
    total = batches * settings["epochs"]
    one_cycle = settings["schedule"] == "pytorchOneCycle" and torch.optim.lr_scheduler.OneCycleLR(
        optimizer, max_lr=settings["peak"], total_steps=total)
    if not one_cycle and settings["schedule"] != "fastaiOneCycle":
        sys.exit(f"this script does not know the schedule {settings['schedule']}")
    stop, step = settings.get("earlyStopping"), 0
    best, watched, waited = None, math.inf, 0
    for epoch in range(1, settings["epochs"] + 1):
        model.train()
        for batch in training[torch.randperm(len(training))].split(settings["batchSize"]):
            if not one_cycle:
                set_fastai_rate(optimizer, settings["peak"], settings["beta2"], step / total)
            loss = nn.functional.mse_loss(model(*(x[batch] for x in inputs)), ratings[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
            if one_cycle:
                one_cycle.step()
        figures = errors(model, inputs, ratings, validation)
        report(f"epoch {epoch}, MSE {figures[0]:.4f}, MAE {figures[1]:.4f}")
        if not stop or best is None or figures[1] < best[1]:
            best = figures
        if stop:
            waited = 0 if figures[1] < watched - stop["threshold"] else waited + 1
            if waited == 0:
                watched = figures[1]
            if waited >= stop["patience"]:
                break
    return *best, epoch


def run(data, settings, seed, report):
    kind, options = next(iter(settings["model"].items()))
    mask = (held_out_fifth(len(data.ratings), seed) if settings["split"] == "randomFifth"
            else held_out_last(data))
    if kind == "median":
        difference = data.ratings[mask].astype(np.float64) - statistics.median(
            data.ratings[~mask].tolist())
        return (difference**2).mean(), abs(difference).mean(), 0
    torch.manual_seed(seed)
    model = {"dotProduct": DotProduct, "neural": Neural, "transformer": Transformer}[kind](
        data, **options)
    inputs = sequences(data, options["length"]) if kind == "transformer" else pairs(data)
    training, validation = (torch.from_numpy(np.flatnonzero(m)) for m in (~mask, mask))
    return train(model, inputs, torch.from_numpy(data.ratings), training, validation,
                 settings["training"], report)


# The file of results

def key(record):
    names = ("model", "settings", "set", "dataSHA256", "seed", "who")
    return json.dumps([record[name] for name in names], sort_keys=True)


def known(path):
    text = path.read_text() if path.exists() else ""
    return text, {key(json.loads(line)) for line in text.splitlines()}


def append(path, record):
    """Adds a line; the file is always whole, and two programs may add at the same time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        text, keys = known(path)
        if key(record) in keys:
            return
        if text and not text.endswith("\n"):
            text += "\n"
        temporary = path.with_name(f"{path.name}.{os.getpid()}.partial")
        line = json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        temporary.write_text(text + line + "\n")
        temporary.replace(path)
    finally:
        os.close(lock)


def catalogue():
    command = shlex.split(os.environ.get("LECTERN", "./lectern"))
    output = subprocess.run([*command, "bench", "--replicate", "--settings"], cwd=ROOT, check=True,
                            stdout=subprocess.PIPE, text=True).stdout
    return [json.loads(line) for line in output.splitlines()]


def main():
    require_pytorch()
    torch.backends.mha.set_fastpath_enabled(False)  # it drops what stands in padded places
    parser = argparse.ArgumentParser()
    parser.add_argument("--ml100k", type=pathlib.Path)
    parser.add_argument("--ml1m", type=pathlib.Path)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--model", default="")
    parser.add_argument("--results", type=pathlib.Path, default=ROOT / "Replications/results.jsonl")
    arguments = parser.parse_args()
    folders = {"ml-100k": arguments.ml100k, "ml-1m": arguments.ml1m}
    if not any(folders.values()):
        parser.error("name the folder of a set with --ml100k or --ml1m")
    models = [line for line in catalogue() if line["model"].startswith(arguments.model)]
    for data in (Data(name, folder) for name, folder in folders.items() if folder):
        for line in models:
            if data.name not in line["sets"]:
                continue
            for seed in range(1, arguments.seeds + 1 if line["isRandom"] else 2):
                record = {"model": line["model"], "settings": line["settings"], "set": data.name,
                          "dataSHA256": data.sha256, "seed": seed, "who": WHO}
                if key(record) in known(arguments.results)[1]:
                    continue
                name, start = f"{data.name}, {line['model']}, seed {seed}", time.perf_counter()
                squared, absolute, epochs = run(
                    data, line["settings"], seed,
                    lambda text: print(f"{name}: {text}", file=sys.stderr, flush=True))
                append(arguments.results, record | {
                    "meanSquaredError": float(squared), "meanAbsoluteError": float(absolute),
                    "rootMeanSquaredError": math.sqrt(squared), "epochs": epochs,
                    "seconds": time.perf_counter() - start})
                print(f"{name}: MSE {squared:.4f}, MAE {absolute:.4f}, "
                      f"RMSE {math.sqrt(squared):.4f}, epochs {epochs}", flush=True)


if __name__ == "__main__":
    main()
