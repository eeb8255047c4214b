"""Writes the figures that the engine's tests compare with, computed by PyTorch.

The figures are committed; run this only to add a case:

    python3 -m venv venv && venv/bin/pip install torch==2.13.0
    venv/bin/python Tests/Reference/engine_figures.py

It overwrites Tests/EngineTests/Reference/{layers,losses,optimizers,schedules}.json.
Numbers carry nine significant digits, which name a float32 exactly.
"""

import json
import math
import pathlib

import torch

PYTORCH = "2.13.0"
FOLDER = pathlib.Path(__file__).resolve().parent.parent / "EngineTests" / "Reference"


def numbers(tensor):
    """The elements of a tensor in row-major order."""
    return [float(f"{element:.9g}") for element in tensor.detach().reshape(-1).tolist()]


def matrix(tensor):
    return {"shape": list(tensor.shape), "scalars": numbers(tensor)}


def embedding():
    """Rows of a table, one id twice, so that its gradient must accumulate."""
    torch.manual_seed(1)
    layer = torch.nn.Embedding(5, 3)
    ids = torch.tensor([4, 0, 4, 2])
    upstream = torch.randn(4, 3)
    output = layer(ids)
    output.backward(upstream)
    return {
        "weight": matrix(layer.weight),
        "ids": ids.tolist(),
        "upstream": matrix(upstream),
        "output": matrix(output),
        "weightGradient": matrix(layer.weight.grad),
    }


def linear():
    torch.manual_seed(2)
    layer = torch.nn.Linear(4, 3)
    inputs = torch.randn(5, 4, requires_grad=True)
    upstream = torch.randn(5, 3)
    output = layer(inputs)
    output.backward(upstream)
    return {
        "weight": matrix(layer.weight),
        "bias": matrix(layer.bias),
        "input": matrix(inputs),
        "upstream": matrix(upstream),
        "output": matrix(output),
        "weightGradient": matrix(layer.weight.grad),
        "biasGradient": matrix(layer.bias.grad),
        "inputGradient": matrix(inputs.grad),
    }


def losses():
    cases = []
    functions = {
        "meanSquaredError": torch.nn.functional.mse_loss,
        "meanAbsoluteError": torch.nn.functional.l1_loss,
    }
    for seed, (name, function) in enumerate(functions.items()):
        for reduction in ("mean", "sum"):
            torch.manual_seed(10 + seed)
            predictions = torch.randn(7, requires_grad=True)
            targets = torch.randn(7)
            loss = function(predictions, targets, reduction=reduction)
            loss.backward()
            cases.append({
                "loss": name,
                "reduction": reduction,
                "predictions": matrix(predictions),
                "targets": matrix(targets),
                "value": numbers(loss)[0],
                "gradient": matrix(predictions.grad),
            })
    return cases


STEPS = 20
# Name of our rule, PyTorch's class, its settings.
RULES = [
    ("SGD", torch.optim.SGD, {}),
    ("SGD", torch.optim.SGD, {"weight_decay": 0.1}),
    ("SGD", torch.optim.SGD, {"momentum": 0.9}),
    ("SGD", torch.optim.SGD, {"momentum": 0.9, "weight_decay": 0.1}),
    ("SGD", torch.optim.SGD, {"momentum": 0.9, "nesterov": True}),
    ("SGD", torch.optim.SGD, {"momentum": 0.9, "weight_decay": 0.1, "nesterov": True}),
    ("Adam", torch.optim.Adam, {"betas": (0.9, 0.999), "eps": 1e-8}),
    ("Adam", torch.optim.Adam, {"betas": (0.9, 0.999), "eps": 1e-8, "weight_decay": 0.1}),
    ("Adam", torch.optim.Adam, {"betas": (0.8, 0.99), "eps": 1e-5, "weight_decay": 0.1}),
    ("AdamW", torch.optim.AdamW, {"betas": (0.9, 0.999), "eps": 1e-8, "weight_decay": 0.0}),
    ("AdamW", torch.optim.AdamW, {"betas": (0.9, 0.999), "eps": 1e-8, "weight_decay": 0.1}),
    ("AdamW", torch.optim.AdamW, {"betas": (0.95, 0.99), "eps": 1e-5, "weight_decay": 0.3}),
]


def cycled(step):
    """A learning rate and a momentum that change with every step."""
    return 0.01 + 0.002 * step, 0.95 - 0.005 * step


def optimizer_case(initial, gradients, rule, cycle):
    name, optimizer_class, settings = rule
    parameter = torch.nn.Parameter(initial.clone())
    optimizer = optimizer_class([parameter], lr=0.01, **settings)
    for step in range(STEPS):
        if cycle:
            group = optimizer.param_groups[0]
            group["lr"], momentum = cycled(step)
            if "betas" in group:
                group["betas"] = (momentum, group["betas"][1])
            else:
                group["momentum"] = momentum
        parameter.grad = gradients[step].clone()
        optimizer.step()
    return {
        "rule": name,
        "cycled": cycle,
        "momentum": settings.get("momentum", 0.0),
        "nesterov": settings.get("nesterov", False),
        "beta1": settings.get("betas", (0.9, 0.999))[0],
        "beta2": settings.get("betas", (0.9, 0.999))[1],
        "epsilon": settings.get("eps", 1e-8),
        "weightDecay": settings.get("weight_decay", 0.0),
        "final": numbers(parameter),
    }


def optimizers():
    torch.manual_seed(20)
    initial = torch.randn(9)
    gradients = torch.randn(STEPS, 9)
    cases = [optimizer_case(initial, gradients, rule, cycle=False) for rule in RULES]
    cases += [optimizer_case(initial, gradients, rule, cycle=True) for rule in RULES if rule[2]]
    return {"initial": matrix(initial), "gradients": matrix(gradients), "cases": cases}


def pytorch_one_cycle(total, maximum):
    parameter = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([parameter], lr=1.0, momentum=0.9)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=maximum, total_steps=total)
    rates, momenta = [], []
    for step in range(total):
        rates.append(optimizer.param_groups[0]["lr"])
        momenta.append(optimizer.param_groups[0]["momentum"])
        optimizer.step()
        if step < total - 1:
            schedule.step()
    return {"form": "pytorch", "maximum": maximum, "learningRates": rates, "momenta": momenta}


def cosine(start, end, position):
    return start + (1 + math.cos(math.pi * (1 - position))) * (end - start) / 2


def fastai_one_cycle(total, maximum, warm_up=0.25):
    """fastai 2's `fit_one_cycle`: `combined_cos(0.25, max/25, max, max/1e5)` over the fraction
    of the batches done, momentum `combined_cos(0.25, 0.95, 0.85, 0.95)`."""
    rates, momenta = [], []
    for step in range(total):
        position = step / total
        if position < warm_up:
            part = position / warm_up
            rates.append(cosine(maximum / 25, maximum, part))
            momenta.append(cosine(0.95, 0.85, part))
        else:
            part = (position - warm_up) / (1 - warm_up)
            rates.append(cosine(maximum, maximum / 1e5, part))
            momenta.append(cosine(0.85, 0.95, part))
    return {"form": "fastai", "maximum": maximum, "learningRates": rates, "momenta": momenta}


def schedules():
    sizes = [(10, 0.1), (64, 5e-3), (125, 0.01)]
    return [form(*size) for form in (fastai_one_cycle, pytorch_one_cycle) for size in sizes]


def write(name, figures):
    record = {"pytorch": PYTORCH, "figures": figures}
    (FOLDER / f"{name}.json").write_text(json.dumps(record) + "\n")


def require_pytorch():
    found = torch.__version__.split("+")[0]
    if found != PYTORCH:
        raise SystemExit(f"this needs torch {PYTORCH}; found {found}")


if __name__ == "__main__":
    require_pytorch()
    write("layers", {"embedding": embedding(), "linear": linear()})
    write("losses", losses())
    write("optimizers", optimizers())
    write("schedules", schedules())
