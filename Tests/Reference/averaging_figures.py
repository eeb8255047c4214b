"""Writes the figures that the tests of weight averaging and of the plateau compare with.

PyTorch computes them. The figures are committed; run this only to add a case:

    python3 -m venv venv && venv/bin/pip install torch==2.13.0
    venv/bin/python Tests/Reference/averaging_figures.py

It overwrites Tests/EngineTests/Reference/{averages,plateau}.json.
"""

import math

import torch
from torch.optim import lr_scheduler, swa_utils

from figures import matrix, numbers, require_pytorch, write


def averages():
    """A parameter that wanders, and its averages after each step."""
    torch.manual_seed(30)
    values = torch.randn(12, 5)
    forms = [("equal", None)] + [("exponential", decay) for decay in (0.5, 0.9, 0.999)]
    cases = []
    for form, decay in forms:
        model = torch.nn.Linear(5, 1, bias=False).double()
        average = swa_utils.AveragedModel(
            model, multi_avg_fn=swa_utils.get_ema_multi_avg_fn(decay) if decay else None)
        expected = []
        for value in values:
            model.weight.data = value.double().reshape(1, 5)
            average.update_parameters(model)
            expected.append(average.module.weight.detach().clone())
        cases.append({
            "form": form, "decay": decay or 0.0, "averages": numbers(torch.cat(expected).float())})
    return {"values": matrix(values), "cases": cases}


def plateau_case(figures, rate=0.1, **settings):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=rate)
    scheduler = lr_scheduler.ReduceLROnPlateau(optimizer, **settings)
    rates = []
    for figure in figures:
        rates.append(optimizer.param_groups[0]["lr"])
        scheduler.step(figure)
    return {
        # JSON has no NaN.
        "figures": [None if math.isnan(figure) else figure for figure in figures],
        "rate": rate,
        "factor": settings.get("factor", 0.1), "patience": settings.get("patience", 10),
        "threshold": settings.get("threshold", 1e-4), "cooldown": settings.get("cooldown", 0),
        "lowest": settings.get("min_lr", 0.0), "rates": rates}


def plateau():
    falling = [1 / (epoch + 1) for epoch in range(8)]
    flat = [1.0] * 14
    wave = [3, 2, 2.5, 2.4, 1.9, 2, 2, 2, 1.8999, 1.7, 1.8, 1.9, 1.9, 1.9, 1.6, 1.7, 1.7]
    return [
        plateau_case(falling, patience=0),
        plateau_case(flat, patience=2),
        plateau_case(flat, patience=0, factor=0.5),
        plateau_case([1.0] * 13),
        plateau_case(flat, patience=1, cooldown=2, factor=0.3),
        plateau_case(flat, patience=1, factor=0.5, min_lr=0.02),
        plateau_case(flat, patience=1, factor=0.5, min_lr=0.5),
        plateau_case(wave, patience=1, factor=0.5),
        plateau_case(wave, patience=2, factor=0.2, threshold=0.1),
        plateau_case(wave, patience=1, cooldown=1, threshold=0.0),
        plateau_case([math.nan, 1, math.nan, math.nan, 0.5, math.nan, 2], patience=1, factor=0.5),
    ]


if __name__ == "__main__":
    require_pytorch()
    write("averages", averages())
    write("plateau", plateau())
