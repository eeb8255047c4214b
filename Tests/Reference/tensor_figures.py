"""Writes the figures that functions and rearrangements of tensors are compared with, by PyTorch.

    python3 -m venv venv && venv/bin/pip install torch==2.13.0 numpy==2.4.6
    venv/bin/python Tests/Reference/tensor_figures.py

It overwrites Tests/EngineTests/Reference/tensor.json. Functions and their gradients are computed
in double precision; powers at the edges of the floats by C's pow, as bit patterns, since JSON has
no infinities.
"""

import ctypes
import ctypes.util

import numpy
import torch

from figures import matrix, require_pytorch, write

C = ctypes.CDLL(ctypes.util.find_library("m"))
C.pow.restype = ctypes.c_double
C.pow.argtypes = [ctypes.c_double, ctypes.c_double]

INDICES = torch.tensor([[2, 0], [1, 1], [3, 0]])

FUNCTIONS = {
    "sin": torch.sin,
    "cos": torch.cos,
    "log1p": lambda x: torch.log1p(x / 4),
    "expm1": torch.expm1,
    "floor": torch.floor,
    "ceil": torch.ceil,
    "round": torch.round,
    "sign": torch.sign,
    "square": torch.square,
    "pow(-3)": lambda x: x.pow(-3),
    "cumulativeSum": lambda x: torch.cumsum(x, 1),
    "product": lambda x: torch.prod(x, 1),
    "standardDeviation": lambda x: torch.std(x, 1),
    "standardDeviation, biased": lambda x: torch.std(x, correction=0),
    "logSumExp": lambda x: torch.logsumexp(x, 0),
    "softmax": lambda x: torch.softmax(x, 0),
    "logSoftmax": lambda x: torch.log_softmax(x, 0),
    "sorted": lambda x: torch.sort(x, 0).values,
    "sorted, descending": lambda x: torch.sort(x, 1, descending=True).values,
    "flip": lambda x: torch.flip(x, [1]),
    "tile": lambda x: torch.tile(x, [2, 1, 3]),
    "pad": lambda x: torch.nn.functional.pad(x, (2, 1, 0, 3), value=7),
    "lowerTriangle": lambda x: torch.tril(x, 1),
    "upperTriangle": lambda x: torch.triu(x, -1),
    "gather": lambda x: torch.gather(x, 1, INDICES),
    "outer": lambda x: torch.outer(x[0], x[1]),
    "dot": lambda x: torch.dot(x[0], x[2]),
    "part": lambda x: x[1:, 2],
}

POWERS = [0.0, 1.0, 2.0, 3.0, -1.0, -2.0, 0.5, -0.5, 1.5, 1024.0, 1025.0, -1025.0, 4097.0,
          2.0**24 - 1, 2.0**24, 2.0**25, numpy.inf, -numpy.inf, numpy.nan]
BASES = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, -1.01, 1.0000001, -1.0000001, -0.9999999,
         1e-30, -1e30, numpy.inf, -numpy.inf, numpy.nan]


def function(name, operation):
    """Uneven numbers, one of them 0 unless the function has no derivative there."""
    x = torch.tensor(numpy.random.default_rng(5).normal(size=(3, 4)).astype(numpy.float32) * 1.5)
    if name == "product":
        x[1, 2] = 0
    x = x.double().requires_grad_()
    output = operation(x)
    upstream = torch.linspace(-1, 2, output.numel(), dtype=torch.float64).reshape(output.shape)
    upstream = upstream.float().double()
    output.backward(upstream)
    return {"name": name, "input": matrix(x), "upstream": matrix(upstream),
            "output": matrix(output), "inputGradient": matrix(x.grad)}


def bits(values):
    with numpy.errstate(over="ignore"):
        return numpy.asarray(values).astype(numpy.float32).view(numpy.uint32).tolist()


def power(exponent):
    """By C's pow in double precision: PyTorch takes the root for an exponent of 0.5, which differs
    at -0 and -infinity, and rounds an exponent less 1 to a float, which loses its parity."""
    exponent = float(numpy.float32(exponent))
    bases = [float(numpy.float32(base)) for base in BASES]
    slopes = [0.0 if exponent == 0 else exponent * C.pow(base, exponent - 1) for base in bases]
    return {"exponent": bits([exponent])[0],
            "output": bits([C.pow(base, exponent) for base in bases]), "gradient": bits(slopes)}


def angles():
    """Every magnitude that a float has, and the largest one."""
    patterns = numpy.random.default_rng(6).integers(0x33000000, 0x7F800000, 1000)
    x = numpy.concatenate([patterns.astype(numpy.uint32), [0x7F7FFFFF]]).astype(numpy.uint32)
    angle = x.view(numpy.float32).astype(numpy.float64)
    return {"angles": x.tolist(), "sines": numpy.sin(angle).tolist(),
            "cosines": numpy.cos(angle).tolist()}


if __name__ == "__main__":
    require_pytorch()
    write("tensor", {
        "functions": [function(*item) for item in FUNCTIONS.items()],
        "bases": bits(BASES),
        "powers": [power(exponent) for exponent in POWERS],
        "trigonometry": angles(),
    })
