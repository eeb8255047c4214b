"""Writes the figures that the tests of layers compare with, computed by PyTorch.

The figures are committed; run this only to add a case:

    python3 -m venv venv && venv/bin/pip install torch==2.13.0
    venv/bin/python Tests/Reference/engine_figures.py

It overwrites Tests/EngineTests/Reference/layers.json.
"""

import torch

from figures import matrix, require_pytorch, write


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


if __name__ == "__main__":
    require_pytorch()
    write("layers", {"embedding": embedding(), "linear": linear()})
