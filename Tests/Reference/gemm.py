"""The work of `lectern bench gemm` in PyTorch (MKL): a product with a linear layer's weight.

    venv/bin/python Tests/Reference/gemm.py
"""

import json
import statistics
import time

import torch

SHAPES = [(2048, 2048, 2048), (512, 1320, 1024), (5120, 120, 2048), (5120, 2048, 120),
          (5120, 120, 360)]

for rows, inner, columns in SHAPES:
    left, right = torch.randn(rows, inner), torch.randn(columns, inner)
    times = []
    for run in range(28):
        start = time.perf_counter()
        torch.mm(left, right.t())
        if run >= 3:
            times.append(time.perf_counter() - start)
    print(json.dumps({
        "benchmark": "gemm", "name": f"{rows} × {inner} × {columns}",
        "seconds": statistics.median(times),
        "rate": 2e-9 * rows * inner * columns / statistics.median(times)}))
