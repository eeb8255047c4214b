"""The work of `lectern bench transformer-step` in PyTorch: time and peak memory of a step.

    venv/bin/python Tests/Reference/transformer_step.py [steps]

Batch 512, sequences of 10 of 3,707 movies, 6,041 users, width 120, 12 heads, feed-forward 2,048,
dropout 0.1, GELU; head 1,320-1,024-512-256-1 with batch norm, Mish and dropout 0.2; mean squared
error; AdamW, learning rate 0.001, weight decay 0.01. Prints the median of the steps after two.
"""

import json
import resource
import statistics
import sys
import time

import torch
from torch import nn

MOVIES, USERS, LENGTH, WIDTH, BATCH = 3707, 6041, 10, 120, 512


class Transformer(nn.Module):
    def __init__(self):
        super().__init__()
        self.movies = nn.Embedding(MOVIES, WIDTH, padding_idx=0)
        self.users = nn.Embedding(USERS, WIDTH)
        self.positions = nn.Embedding(LENGTH, WIDTH)
        self.encoder = nn.TransformerEncoderLayer(
            WIDTH, 12, 2048, dropout=0.1, activation="gelu", batch_first=True)
        sizes = [WIDTH * (LENGTH + 1), 1024, 512, 256]
        layers = []
        for index, (before, after) in enumerate(zip(sizes, sizes[1:])):
            layers += [nn.Linear(before, after), nn.BatchNorm1d(after), nn.Mish()]
            if index == 1:
                layers.append(nn.Dropout(0.2))
        self.head = nn.Sequential(*layers, nn.Linear(sizes[-1], 1))

    def forward(self, users, movies):
        encoded = self.encoder(self.movies(movies) + self.positions.weight)
        features = torch.cat([encoded.flatten(1), self.users(users)], dim=1)
        return self.head(features)[:, 0]


def main(steps):
    torch.manual_seed(1)
    model = Transformer()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.01)
    batches = [
        (torch.randint(USERS, (BATCH,)), torch.randint(1, MOVIES, (BATCH, LENGTH)),
         torch.randint(1, 6, (BATCH,)).float()) for _ in range(4)]
    times = []
    for step in range(steps + 2):
        users, movies, ratings = batches[step % len(batches)]
        start = time.perf_counter()
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(users, movies), ratings)
        loss.backward()
        optimizer.step()
        if step >= 2:
            times.append(time.perf_counter() - start)
    print(json.dumps({
        "benchmark": "transformer-step", "torch": torch.__version__,
        "threads": torch.get_num_threads(),
        "parameters": sum(p.numel() for p in model.parameters()),
        "seconds": statistics.median(times), "loss": loss.item(),
        "peakMemoryBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
