"""The validation error that lesson 3's biased model should reach, according to PyTorch.

    venv/bin/python Tests/Reference/dot_product.py ratings.csv [seeds]

Settings, fastai's for `collab_learner(dls, n_factors=50, y_range=(0, 5.5))` with
`fit_one_cycle(5, 5e-3, wd=0.1)`: random fifth held out, batch 64, embeddings from a normal
distribution of standard deviation 0.01, AdamW with beta 0.85...0.95 and 0.99, epsilon 1e-5.
"""

import csv
import math
import sys
import time

import torch

FACTORS, BATCH, EPOCHS, PEAK, DECAY = 50, 64, 5, 5e-3, 0.1


def load(path):
    users, items, ratings = {}, {}, []
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            user = users.setdefault(row["userId"], len(users))
            item = items.setdefault(row["movieId"], len(items))
            ratings.append((user, item, float(row["rating"])))
    table = torch.tensor(ratings, dtype=torch.float64)
    return len(users), len(items), table[:, 0].long(), table[:, 1].long(), table[:, 2].float()


class DotProduct(torch.nn.Module):
    def __init__(self, users, items):
        super().__init__()
        sizes = [(users, FACTORS), (items, FACTORS), (users, 1), (items, 1)]
        self.tables = torch.nn.ModuleList(torch.nn.Embedding(*size) for size in sizes)
        for table in self.tables:
            torch.nn.init.normal_(table.weight, 0, 0.01)

    def forward(self, users, items):
        user, item, user_bias, item_bias = (
            table(ids) for table, ids in zip(self.tables, (users, items, users, items)))
        return torch.sigmoid((user * item).sum(1) + user_bias[:, 0] + item_bias[:, 0]) * 5.5


def cosine(start, end, position):
    return start + (1 - math.cos(math.pi * position)) * (end - start) / 2


def one_cycle(position):
    if position < 0.25:
        part = position / 0.25
        return cosine(PEAK / 25, PEAK, part), cosine(0.95, 0.85, part)
    part = (position - 0.25) / 0.75
    return cosine(PEAK, PEAK / 1e5, part), cosine(0.85, 0.95, part)


def run(data, seed):
    torch.manual_seed(seed)
    user_count, item_count, users, items, ratings = data
    order = torch.randperm(len(ratings))
    held_out, training = order[: len(order) // 5], order[len(order) // 5 :]
    model = DotProduct(user_count, item_count)
    optimizer = torch.optim.AdamW(
        model.parameters(), lr=PEAK, betas=(0.95, 0.99), eps=1e-5, weight_decay=DECAY)
    batches = -(-len(training) // BATCH)
    step, errors = 0, []
    for _ in range(EPOCHS):
        for batch in training[torch.randperm(len(training))].split(BATCH):
            group = optimizer.param_groups[0]
            group["lr"], beta1 = one_cycle(step / (batches * EPOCHS))
            group["betas"] = (beta1, 0.99)
            loss = torch.nn.functional.mse_loss(model(users[batch], items[batch]), ratings[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
        with torch.no_grad():
            predictions = model(users[held_out], items[held_out])
            errors.append(torch.nn.functional.mse_loss(predictions, ratings[held_out]).item())
    return errors


if __name__ == "__main__":
    ratings = load(sys.argv[1])
    last = []
    for seed in range(int(sys.argv[2]) if len(sys.argv) > 2 else 3):
        start = time.perf_counter()
        errors = run(ratings, seed)
        last.append(errors[-1])
        print(f"seed {seed}: " + " ".join(f"{error:.4f}" for error in errors)
              + f"  ({time.perf_counter() - start:.1f} s)", flush=True)
    print(f"mean of {len(last)} seeds: {sum(last) / len(last):.4f}")
