"""The work of `lectern bench factorization` in PyTorch: a plain loop, no data loader.

    venv/bin/python Tests/Reference/factorization.py u.data|ratings.csv [runs]

50 factors with biases, range 0 to 5.5, batches of 64, AdamW on dense gradients, one-cycle, five
epochs on four fifths of the ratings, without validation. Prints the median of the runs.
"""

import json
import statistics
import sys
import time

import torch

import dot_product
from dot_product import BATCH, DECAY, EPOCHS, PEAK, DotProduct, one_cycle


def load(path):
    if not path.endswith("u.data"):
        return dot_product.load(path)
    with open(path) as file:
        rows = [line.split("\t")[:3] for line in file]
    users = {name: index for index, name in enumerate(sorted({row[0] for row in rows}))}
    items = {name: index for index, name in enumerate(sorted({row[1] for row in rows}))}
    return (len(users), len(items), torch.tensor([users[row[0]] for row in rows]),
            torch.tensor([items[row[1]] for row in rows]),
            torch.tensor([float(row[2]) for row in rows]))


def train(data):
    user_count, item_count, users, items, ratings = data
    order = torch.randperm(len(ratings))
    training = order[len(order) // 5:]
    model = DotProduct(user_count, item_count)
    optimizer = torch.optim.AdamW(
        model.parameters(), lr=PEAK, betas=(0.95, 0.99), eps=1e-5, weight_decay=DECAY)
    total = EPOCHS * -(-len(training) // BATCH)
    step = 0
    for _ in range(EPOCHS):
        for batch in training[torch.randperm(len(training))].split(BATCH):
            group = optimizer.param_groups[0]
            group["lr"], beta1 = one_cycle(step / total)
            group["betas"] = (beta1, 0.99)
            loss = torch.nn.functional.mse_loss(model(users[batch], items[batch]), ratings[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
    return loss.item()


if __name__ == "__main__":
    torch.manual_seed(1)
    ratings = load(sys.argv[1])
    times = []
    for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 1):
        start = time.perf_counter()
        train(ratings)
        times.append(time.perf_counter() - start)
    print(json.dumps({"benchmark": "factorization", "threads": torch.get_num_threads(),
                      "seconds": statistics.median(times)}))
