"""Writes the figures that the tests of recurrent layers, windows, bags and further losses compare with.

PyTorch computes them, in double precision. They are committed; run this only to add a case:

    python3 -m venv venv && venv/bin/pip install torch==2.13.0
    venv/bin/python Tests/Reference/layer_figures.py

It overwrites recurrent.json, windows.json, bags.json, more_activations.json and more_losses.json in
Tests/EngineTests/Reference.
"""

import torch
from torch import nn
from torch.nn import functional

from figures import matrix, require_pytorch, write


def leaf(*shape, scale=1.0):
    """Numbers that single precision holds exactly, in double precision."""
    return (scale * torch.randn(*shape)).double().requires_grad_()


def single(tensor):
    """Without the tiny numbers that a decoder of JSON refuses."""
    rounded = tensor.detach().float()
    return matrix(torch.where(rounded.abs() < 1e-37, torch.zeros(()), rounded))


def with_gradients(output, leaves, upstream=None):
    if upstream is None:
        upstream = torch.randn(output.shape).to(output.dtype)
    output.backward(upstream)
    return {
        "upstream": single(upstream),
        "output": single(output),
        "leaves": {name: single(value) for name, value in leaves.items()},
        "gradients": {name: single(value.grad) for name, value in leaves.items()},
    }


def rounded(module):
    """The weights as single precision holds them."""
    module.double()
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.copy_(parameter.float().double())
    return module


def recurrent(kind, seed, layers=1, bidirectional=False, with_state=False):
    """Outputs and last states side by side in one row, so that one upstream gradient weighs all."""
    torch.manual_seed(seed)
    batch, length, inputs, hidden = 3, 5, 4, 6
    module = rounded(
        getattr(nn, kind)(inputs, hidden, layers, batch_first=True, bidirectional=bidirectional))
    cells = layers * (2 if bidirectional else 1)
    leaves = {"input": leaf(batch, length, inputs)}
    if with_state:
        leaves["hidden"] = leaf(cells, batch, hidden)
        if kind == "LSTM":
            leaves["cell"] = leaf(cells, batch, hidden)
    for name, parameter in module.named_parameters():
        leaves[name] = parameter
    state = None
    if with_state:
        state = (leaves["hidden"], leaves["cell"]) if kind == "LSTM" else leaves["hidden"]
    outputs, last = module(leaves["input"], state)
    parts = [outputs, *(last if kind == "LSTM" else [last])]
    row = torch.cat([part.reshape(-1) for part in parts])
    return {
        "kind": kind, "inputs": inputs, "hidden": hidden, "layers": layers,
        "isBidirectional": bidirectional, "hasState": with_state, **with_gradients(row, leaves)}


def convolution(seed, sequences, outputs, size, stride=1, padding=0):
    torch.manual_seed(seed)
    leaves = {
        "input": leaf(*sequences), "weight": leaf(outputs, sequences[1], size),
        "bias": leaf(outputs)}
    output = functional.conv1d(*leaves.values(), stride=stride, padding=padding)
    return {"kind": "Conv1d", "size": size, "stride": stride, "padding": padding,
            **with_gradients(output, leaves)}


def pooling(kind, seed, shape, size, stride, padding=0):
    torch.manual_seed(seed)
    leaves = {"input": leaf(*shape)}
    output = getattr(nn, kind)(size, stride, padding)(leaves["input"])
    return {"kind": kind, "size": size, "stride": stride, "padding": padding,
            **with_gradients(output, leaves)}


def global_pooling(seed, shape):
    torch.manual_seed(seed)
    leaves = {"input": leaf(*shape)}
    output = nn.Flatten()(nn.AdaptiveAvgPool2d(1)(leaves["input"]))
    return {"kind": "GlobalAvgPool", "size": 0, "stride": 0, "padding": 0,
            **with_gradients(output, leaves)}


def batch_norm(kind, seed, shape):
    torch.manual_seed(seed)
    module = getattr(nn, kind)(shape[1]).double()
    leaves = {"input": leaf(*shape, scale=3), "weight": module.weight, "bias": module.bias}
    with torch.no_grad():
        for name in ("weight", "bias"):
            leaves[name].copy_((leaves[name] + 0.1 * torch.randn(shape[1])).float().double())
    figures = with_gradients(module(leaves["input"]), leaves)
    module.eval()
    return {
        "kind": kind, **figures, "runningMean": matrix(module.running_mean),
        "runningVariance": matrix(module.running_var),
        "outputInUse": matrix(module(leaves["input"]))}


def bag(seed, mode, ids, offsets=None, padding=None):
    torch.manual_seed(seed)
    module = rounded(nn.EmbeddingBag(6, 3, mode=mode, padding_idx=padding))
    ids = torch.tensor(ids)
    offsets = None if offsets is None else torch.tensor(offsets)
    figures = with_gradients(module(ids, offsets), {"weight": module.weight})
    return {
        "mode": mode, "shape": list(ids.shape), "ids": ids.reshape(-1).tolist(),
        "offsets": None if offsets is None else offsets.tolist(), "paddingIndex": padding,
        **figures}


ACTIVATIONS = {
    "LeakyReLU": nn.LeakyReLU(), "LeakyReLU 0.2": nn.LeakyReLU(0.2), "ELU": nn.ELU(),
    "ELU 0.5": nn.ELU(0.5), "SiLU": nn.SiLU(), "Softplus": nn.Softplus(threshold=1000),
    "Softmax": nn.Softmax(dim=-1), "LogSoftmax": nn.LogSoftmax(dim=-1),
}


def activation(seed, name):
    torch.manual_seed(seed)
    inputs = torch.cat([3 * torch.randn(33), torch.tensor([0.0, 1e-6, -1e-6, 80, -80])])
    leaves = {"input": inputs.double().requires_grad_()}
    return {"name": name, **with_gradients(ACTIVATIONS[name](leaves["input"]), leaves)}


def loss(name, leaves, constants, function, settings=None):
    """A loss with each reduction; of several errors, the gradient of their sum weighted at random."""
    cases = []
    for reduction in ("mean", "sum", "none"):
        for value in leaves.values():
            value.grad = None
        value = function(reduction)
        upstream = None if reduction == "none" else torch.ones(()).double()
        cases.append({
            "loss": name, "reduction": reduction, "settings": settings or {},
            "constants": {key: matrix(constant) for key, constant in constants.items()},
            **with_gradients(value, leaves, upstream)})
    return cases


def reduced(errors, reduction):
    return {"mean": errors.mean, "sum": errors.sum, "none": lambda: errors}[reduction]()


def cross_entropies():
    cases = []
    extreme = torch.tensor([[100.0, -100, 0, 3], [-100, 100, 0, 3], [0, 17, 100, -100]])
    weights = torch.tensor([0.5, 2, 0, 1.25]).double()
    for settings in (
            {"smoothing": 0.1}, {"smoothing": 1}, {"isWeighted": 1}, {"ignored": -100},
            {"ignored": 2}, {"isWeighted": 1, "ignored": 1},
            {"smoothing": 0.2, "isWeighted": 1, "ignored": -100},
            {"smoothing": 0.3, "ignored": 0}):
        for logits, classes in (
                (3 * torch.randn(6, 4), torch.tensor([0, 3, 1, 2, 1, 0])),
                (extreme, torch.tensor([0, 3, 1]))):
            if settings.get("ignored") == -100:
                classes = classes.clone()
                classes[1] = -100
            leaves = {"logits": logits.double().requires_grad_()}
            cases += loss(
                "crossEntropy", leaves, {"classes": classes.float(), "weights": weights},
                lambda reduction: functional.cross_entropy(
                    leaves["logits"], classes,
                    weight=weights if "isWeighted" in settings else None,
                    ignore_index=settings.get("ignored", -1),
                    label_smoothing=settings.get("smoothing", 0.0), reduction=reduction),
                settings)
    return cases


def regressions():
    cases = []
    predictions, targets = torch.randn(4, 3) * 2, torch.randn(4, 3)
    far = torch.tensor([1e30, -1e30, 0.5, 1.0, 0.0, -1e-20])
    for x, y in ((predictions, targets), (far, torch.zeros(6))):
        for corner in (1.0, 0.25):
            leaves = {"predictions": x.double().requires_grad_()}
            y = y.double()
            for name, function in (
                    ("huber", lambda reduction: functional.huber_loss(
                        leaves["predictions"], y, delta=corner, reduction=reduction)),
                    ("smoothL1", lambda reduction: functional.smooth_l1_loss(
                        leaves["predictions"], y, beta=corner, reduction=reduction))):
                cases += loss(name, leaves, {"targets": y}, function, {"corner": corner})
    return cases


def binaries():
    cases = []
    extremes = torch.tensor([-100.0, -30, -5, -1e-4, 0, 1e-4, 5, 30, 100])
    for x, y, weight in (
            (3 * torch.randn(4, 3), torch.rand(4, 3), torch.tensor([3.0])),
            (3 * torch.randn(4, 3), torch.randint(2, (4, 3)).float(), torch.tensor([3, 0.5, 1])),
            (extremes, torch.zeros(9), torch.tensor([7.0])),
            (extremes, torch.ones(9), torch.tensor([7.0]))):
        leaves = {"logits": x.double().requires_grad_()}
        y, weight = y.double(), weight.double()
        cases += loss(
            "binaryCrossEntropy", leaves, {"targets": y, "positiveWeight": weight},
            lambda reduction: functional.binary_cross_entropy_with_logits(
                leaves["logits"], y, pos_weight=weight, reduction=reduction))
    return cases


def rankings():
    cases = []
    for positives, negatives in (
            (torch.randn(5) * 2, torch.randn(5) * 2), (torch.randn(4), torch.randn(4, 3)),
            (torch.tensor([200.0, -200, 50, 0]), torch.tensor([-200.0, 200, 51, 0]))):
        leaves = {
            "positives": positives.double().requires_grad_(),
            "negatives": negatives.double().requires_grad_()}

        def lead():
            first = leaves["positives"]
            return (first if negatives.dim() == 1 else first[:, None]) - leaves["negatives"]

        cases += loss("bpr", leaves, {}, lambda reduction: reduced(
            -functional.logsigmoid(lead()), reduction))
        cases += loss("marginRanking", leaves, {}, lambda reduction: functional.margin_ranking_loss(
            lead(), torch.zeros_like(lead()), torch.ones_like(lead()), margin=0.75,
            reduction=reduction), {"margin": 0.75})
    leaves = {"scores": leaf(7)}
    signs = torch.tensor([1.0, -1, 1, 1, -1, -1, 1]).double()
    return cases + loss("hinge", leaves, {"targets": signs}, lambda reduction: reduced(
        (1 - signs * leaves["scores"]).clamp(min=0), reduction))


def divergences():
    """PyTorch has no reduction by rows: the mean is its batchmean, the single errors are summed."""
    cases = []
    sure = torch.tensor([[100.0, -100, 0], [0, 0, 0], [-100, 50, 50]])
    for logits, targets in (
            (2 * torch.randn(5, 4), torch.softmax(torch.randn(5, 4), -1)),
            (sure, torch.tensor([[1.0, 0, 0], [0.25, 0.75, 0], [0, 0.5, 0.5]]))):
        leaves, targets = {"logits": logits.double().requires_grad_()}, targets.double()
        cases += loss("klDivergence", leaves, {"targets": targets}, lambda reduction: reduced(
            functional.kl_div(
                torch.log_softmax(leaves["logits"], -1), targets, reduction="none").sum(-1),
            reduction))
    return cases


if __name__ == "__main__":
    require_pytorch()
    write("recurrent", [
        recurrent(kind, seed, *case)
        for kind, seed in (("LSTM", 200), ("GRU", 210))
        for case in ((1, False, False), (1, False, True), (2, False, True), (2, True, True))])
    write("windows", {
        "windows": [
            convolution(220, (2, 3, 7), 4, 3),
            convolution(221, (1, 2, 8), 3, 4, stride=2, padding=2),
            pooling("MaxPool1d", 222, (2, 3, 8), 2, 2),
            pooling("MaxPool1d", 223, (1, 2, 9), 3, 2, 1),
            pooling("AvgPool1d", 224, (2, 3, 8), 2, 2),
            pooling("AvgPool1d", 225, (1, 2, 9), 3, 2, 1),
            pooling("AvgPool2d", 226, (2, 3, 6, 8), 2, 2),
            pooling("AvgPool2d", 227, (1, 2, 7, 9), 3, 2, 1),
            global_pooling(228, (2, 3, 4, 5)),
        ],
        "batchNorms": [
            batch_norm("BatchNorm2d", 229, (3, 4, 2, 5)), batch_norm("BatchNorm1d", 230, (3, 4, 5)),
            batch_norm("BatchNorm2d", 231, (1, 2, 3, 3)),
        ],
    })
    table = [[4, 2, 4], [0, 2, 2], [5, 1, 0]]
    row, offsets = [4, 2, 4, 0, 2, 5, 1], [0, 3, 3, 6]
    write("bags", [
        bag(seed, mode, *case)
        for seed, mode in ((240, "sum"), (241, "mean"), (242, "max"))
        for case in ((table,), (table, None, 2), (row, offsets), (row, offsets, 2),
                     ([[2, 2], [1, 2]], None, 2))])
    write("more_activations", [
        activation(250 + index, name) for index, name in enumerate(ACTIVATIONS)])
    torch.manual_seed(260)
    write("more_losses", cross_entropies() + regressions() + binaries() + rankings() + divergences())
