"""Writes the figures that the tests of losses, optimizers and schedules compare with.

PyTorch computes them, and plain Python where PyTorch has no such schedule. The figures are
committed; run this only to add a case:

    python3 -m venv venv && venv/bin/pip install torch==2.13.0
    venv/bin/python Tests/Reference/training_figures.py

It overwrites Tests/EngineTests/Reference/{losses,optimizers,schedules}.json.
"""

import fractions
import math

import torch
from torch.optim import lr_scheduler

from figures import matrix, numbers, require_pytorch, write

LOSSES = {
    "meanSquaredError": torch.nn.functional.mse_loss,
    "meanAbsoluteError": torch.nn.functional.l1_loss,
    "crossEntropy": torch.nn.functional.cross_entropy,
    "binaryCrossEntropy": torch.nn.functional.binary_cross_entropy_with_logits,
}
REDUCTIONS = ("mean", "sum", "none")


def single(tensor):
    """In single precision, without the tiny numbers that a decoder of JSON refuses."""
    rounded = tensor.detach().float()
    return matrix(torch.where(rounded.abs() < 1e-37, torch.zeros(()), rounded))


def loss_case(name, reduction, predictions, targets):
    """The loss and the gradient of its sum, weighted by `upstream` if there are several.

    In double precision, since PyTorch's own rounding of the binary cross entropy of surely right
    answers is larger than what the tests allow.
    """
    predictions = predictions.double().requires_grad_()
    if targets.is_floating_point():
        targets = targets.double()
    loss = LOSSES[name](predictions, targets, reduction=reduction)
    upstream = torch.randn(loss.shape) if reduction == "none" else torch.ones(())
    loss.backward(upstream.double())
    return {
        "loss": name,
        "reduction": reduction,
        "predictions": matrix(predictions),
        "targets": matrix(targets.float()),
        "value": single(loss),
        "upstream": matrix(upstream),
        "gradient": single(predictions.grad),
    }


def losses():
    torch.manual_seed(10)
    extremes = torch.tensor([-100.0, -30, -5, -1e-4, 0, 1e-4, 5, 30, 100])
    rows = torch.tensor([[100.0, -100, 0], [-100, 100, 0], [-100, -100, -100], [0, 17, 100]])
    inputs = [
        ("meanSquaredError", torch.randn(7), torch.randn(7)),
        ("meanSquaredError", 100 * torch.randn(4, 3), torch.randn(4, 3)),
        ("meanAbsoluteError", torch.randn(7), torch.randn(7)),
        ("meanAbsoluteError", 100 * torch.randn(4, 3), torch.randn(4, 3)),
        ("crossEntropy", 3 * torch.randn(6, 5), torch.randint(5, (6,))),
        ("crossEntropy", torch.randn(3, 40), torch.randint(40, (3,))),
        ("crossEntropy", rows, torch.tensor([0, 0, 2, 1])),
        ("binaryCrossEntropy", 3 * torch.randn(8), torch.randint(2, (8,)).float()),
        ("binaryCrossEntropy", torch.randn(3, 4), torch.rand(3, 4)),
        ("binaryCrossEntropy", extremes, torch.zeros(9)),
        ("binaryCrossEntropy", extremes, torch.ones(9)),
    ]
    return [loss_case(name, reduction, x, y) for name, x, y in inputs for reduction in REDUCTIONS]


class Lion(torch.optim.Optimizer):
    """Algorithm 2 of arXiv:2302.06675, line by line; PyTorch has none."""

    def __init__(self, parameters, lr, betas=(0.9, 0.99), weight_decay=0.0):
        super().__init__(parameters, {"lr": lr, "betas": betas, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            beta1, beta2 = group["betas"]
            for parameter in group["params"]:
                state, gradient = self.state[parameter], parameter.grad
                moment = state.get("moment", torch.zeros_like(parameter))
                update = torch.sign(beta1 * moment + (1 - beta1) * gradient)
                parameter -= group["lr"] * (update + group["weight_decay"] * parameter)
                state["moment"] = beta2 * moment + (1 - beta2) * gradient


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
    ("RMSProp", torch.optim.RMSprop, {"alpha": 0.99}),
    ("RMSProp", torch.optim.RMSprop, {"alpha": 0.9, "eps": 1e-5, "weight_decay": 0.1}),
    ("RMSProp", torch.optim.RMSprop, {"alpha": 0.99, "momentum": 0.9}),
    ("RMSProp", torch.optim.RMSprop, {"alpha": 0.9, "momentum": 0.5, "weight_decay": 0.1}),
    ("Adagrad", torch.optim.Adagrad, {"eps": 1e-10}),
    ("Adagrad", torch.optim.Adagrad, {"eps": 1e-6, "weight_decay": 0.1}),
    ("Lion", Lion, {"betas": (0.9, 0.99)}),
    ("Lion", Lion, {"betas": (0.95, 0.98), "weight_decay": 0.3}),
    ("Adam", torch.optim.Adam, {"betas": (0.999, 0.9999999), "eps": 1e-8}),
    ("AdamW", torch.optim.AdamW, {"betas": (0.9999, 0.999999), "eps": 1e-8, "weight_decay": 1e-4}),
]


def cycled(step):
    """A learning rate and a momentum that change with every step."""
    return 0.01 + 0.002 * step, 0.95 - 0.005 * step


def optimizer_case(initial, gradients, rule, cycle):
    """In double precision, so that what differs is our own rounding and not PyTorch's."""
    name, optimizer_class, settings = rule
    parameter = torch.nn.Parameter(initial.double())
    optimizer = optimizer_class([parameter], lr=0.01, **settings)
    for step in range(STEPS):
        if cycle:
            group = optimizer.param_groups[0]
            group["lr"], momentum = cycled(step)
            if "betas" in group:
                group["betas"] = (momentum, group["betas"][1])
            elif "momentum" in group:
                group["momentum"] = momentum
        parameter.grad = gradients[step].double()
        optimizer.step()
    return {
        "rule": name,
        "cycled": cycle,
        "momentum": settings.get("momentum", 0.0),
        "nesterov": settings.get("nesterov", False),
        "beta1": settings.get("betas", (0.9, 0.999))[0],
        "beta2": settings.get("betas", (0.9, 0.999))[1],
        "smoothing": settings.get("alpha", 0.99),
        "epsilon": settings.get("eps", 1e-8),
        "weightDecay": settings.get("weight_decay", 0.0),
        "final": numbers(parameter.float()),
    }


def optimizers():
    torch.manual_seed(20)
    initial = torch.randn(9)
    gradients = torch.randn(STEPS, 9)
    cases = [optimizer_case(initial, gradients, rule, cycle=False) for rule in RULES]
    cases += [optimizer_case(initial, gradients, rule, cycle=True) for rule in RULES if rule[2]]
    return {"initial": matrix(initial), "gradients": matrix(gradients), "cases": cases}


def pytorch_run(total, rate, make):
    """The learning rates and momenta that one of PyTorch's schedulers sets for each step."""
    parameter = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([parameter], lr=rate, momentum=0.9)
    scheduler = make(optimizer)
    rates, momenta = [], []
    for step in range(total):
        rates.append(optimizer.param_groups[0]["lr"])
        momenta.append(optimizer.param_groups[0]["momentum"])
        optimizer.step()
        if step < total - 1:
            scheduler.step()
    return rates, momenta


def pytorch_one_cycle(total, maximum):
    rates, momenta = pytorch_run(
        total, 1.0, lambda optimizer: lr_scheduler.OneCycleLR(
            optimizer, max_lr=maximum, total_steps=total))
    return {
        "form": "pytorch", "settings": {"peak": maximum}, "learningRates": rates,
        "momenta": momenta}


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
    return {
        "form": "fastai", "settings": {"peak": maximum}, "learningRates": rates,
        "momenta": momenta}


def cosine_restarts(total, peak, steps, multiplier, lowest):
    rates, _ = pytorch_run(
        total, peak, lambda optimizer: lr_scheduler.CosineAnnealingWarmRestarts(
            optimizer, T_0=steps, T_mult=multiplier, eta_min=lowest))
    settings = {
        "peak": peak, "stepsPerCycle": steps, "multiplier": multiplier, "lowest": lowest}
    return {"form": "cosineRestarts", "settings": settings, "learningRates": rates}


def exponential(total, start, factor):
    rates, _ = pytorch_run(
        total, start, lambda optimizer: lr_scheduler.ExponentialLR(optimizer, gamma=factor))
    settings = {"start": start, "factor": factor}
    return {"form": "exponential", "settings": settings, "learningRates": rates}


def piecewise(total, start, milestones):
    """A tenth from each milestone on."""
    rates, _ = pytorch_run(
        total, start, lambda optimizer: lr_scheduler.MultiStepLR(optimizer, milestones, gamma=0.1))
    settings = {"start": start, "first": milestones[0], "second": milestones[1]}
    return {"form": "piecewise", "settings": settings, "learningRates": rates}


def pytorch_schedule(form, settings, total, rate, make):
    rates, _ = pytorch_run(total, rate, make)
    return {"form": form, "settings": settings, "learningRates": rates}


def falling(total, peak, lowest, steps, factor, power):
    """Cosine, steps, a straight line down and up, a power."""
    return [
        pytorch_schedule(
            "cosine", {"peak": peak, "lowest": lowest}, total, peak,
            lambda optimizer: lr_scheduler.CosineAnnealingLR(
                optimizer, T_max=total, eta_min=lowest)),
        pytorch_schedule(
            "stepDecay", {"start": peak, "factor": factor, "steps": steps}, total, peak,
            lambda optimizer: lr_scheduler.StepLR(optimizer, steps, gamma=factor)),
        pytorch_schedule(
            "linear", {"start": peak / 8, "end": peak}, total, peak,
            lambda optimizer: lr_scheduler.LinearLR(
                optimizer, start_factor=1 / 8, total_iters=total - 1)),
        pytorch_schedule(
            "polynomial", {"start": peak, "power": power}, total, peak,
            lambda optimizer: lr_scheduler.PolynomialLR(
                optimizer, total_iters=total, power=power)),
    ]


def warm_up(total, peak, steps, fraction):
    """A climb, then a cosine."""
    return pytorch_schedule(
        "warmUp", {"peak": peak, "steps": steps, "fraction": fraction}, total, peak,
        lambda optimizer: lr_scheduler.SequentialLR(
            optimizer,
            [
                lr_scheduler.LinearLR(optimizer, start_factor=fraction, total_iters=steps),
                lr_scheduler.CosineAnnealingLR(optimizer, T_max=total - steps, eta_min=0),
            ], milestones=[steps]))


def exponential_ramp(total, start, end):
    """Evenly spaced logarithms."""
    logarithms = [
        math.log(start) + (math.log(end) - math.log(start)) * step / (total - 1)
        for step in range(total)]
    settings = {"start": start, "end": end}
    return {
        "form": "exponentialRamp", "settings": settings,
        "learningRates": [math.exp(logarithm) for logarithm in logarithms]}


def slanted_triangular(total, peak=0.01, cut_fraction=0.1, ratio=32):
    """Equation 3 of the ULMFiT paper (arXiv:1801.06146), in exact fractions."""
    part = fractions.Fraction(str(cut_fraction))
    cut = math.floor(total * part)
    rates = []
    for step in range(total):
        if step < cut:
            position = fractions.Fraction(step, cut)
        else:
            position = 1 - fractions.Fraction(step - cut) / (cut * (1 / part - 1))
        rates.append(max(0.0, float(
            fractions.Fraction(str(peak)) * (1 + position * (ratio - 1)) / ratio)))
    settings = {"peak": peak, "cutFraction": cut_fraction, "ratio": ratio}
    return {"form": "slantedTriangular", "settings": settings, "learningRates": rates}


def schedules():
    sizes = [(10, 0.1), (64, 5e-3), (125, 0.01)]
    cycles = [form(*size) for form in (fastai_one_cycle, pytorch_one_cycle) for size in sizes]
    return cycles + [
        cosine_restarts(100, 0.1, 10, 1, 0.0),
        cosine_restarts(150, 5e-3, 7, 2, 1e-5),
        cosine_restarts(130, 0.02, 4, 3, 0.001),
        exponential(125, 0.1, 0.95),
        exponential(60, 1e-3, 1.1),
        piecewise(100, 0.1, [40, 75]),
        exponential_ramp(100, 1e-7, 10.0),
        *falling(100, 0.1, 1e-4, 30, 0.5, 2.0),
        *falling(64, 5e-3, 0.0, 7, 0.1, 1.0),
        warm_up(100, 0.1, 10, 1 / 3),
        warm_up(60, 1e-3, 20, 1 / 21),
        slanted_triangular(1000),
        slanted_triangular(125),
        slanted_triangular(1007),
        slanted_triangular(200, peak=0.4, cut_fraction=0.25, ratio=10),
    ]


if __name__ == "__main__":
    require_pytorch()
    write("losses", losses())
    write("optimizers", optimizers())
    write("schedules", schedules())
