"""Writes the file that the tests of `safetensors` read, with the Python package.

The file is committed; run this only to add a tensor:

    python3 -m venv venv && venv/bin/pip install torch==2.13.0 safetensors==0.8.0
    venv/bin/python Tests/Reference/safetensors_file.py

It overwrites Tests/EngineTests/Reference/python.safetensors, and checks that the package reads
engine.safetensors beside it as the engine's tests wrote it (they compare every byte of it).
"""

import math
import pathlib

import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "EngineTests" / "Reference"


def tensors():
    values = torch.tensor([[0.5, -1.25, 3.0], [1e-3, 65504.0, -0.0]])
    special = torch.tensor([float("inf"), float("-inf"), float("nan"), 2.0**-24, -(2.0**-14)])
    return {
        "single": values,
        "double": values.double() / 3,
        "half": values.half(),
        "half.special": special.half(),
        "brain": values.bfloat16(),
        "long": torch.tensor([0, -1, 2**31 - 1]),
        "too long": torch.tensor([2**31]),
        "int": torch.tensor([[7, -8], [9, 10]], dtype=torch.int32),
        "short": torch.tensor([-300, 300], dtype=torch.int16),
        "byte": torch.tensor([-128, 127], dtype=torch.int8),
        "unsigned": torch.tensor([0, 255], dtype=torch.uint8),
        "truth": torch.tensor([True, False, True]),
        "number": torch.tensor(2.5),
        "empty": torch.zeros(0, 4),
        "Größe \"q\"\n": torch.tensor([1.0]),
    }


def check_engine_file():
    """Reads what the engine writes: SafeTensorsTests.engineFile."""
    path = FOLDER / "engine.safetensors"
    with safe_open(path, framework="pt") as file:
        assert file.metadata() == {"made by": "Lectern", "ü": "a \"b\" \\\n"}, file.metadata()
    read = load_file(path)
    expected = {
        "layer.weight": torch.tensor([[0.5, -1.25, 3.0], [1e-3, math.inf, -0.0]]),
        "layer.ids": torch.tensor([[5], [-6]], dtype=torch.int32),
        "größe \"q\"\n": torch.tensor(2.5),
        "empty": torch.zeros(0, 4),
        "rows": torch.tensor([[1 / 3, 2.0]], dtype=torch.float64),
    }
    assert sorted(read) == sorted(expected), sorted(read)
    for name, tensor in expected.items():
        assert read[name].dtype == tensor.dtype and read[name].shape == tensor.shape, name
        assert read[name].numpy().tobytes() == tensor.numpy().tobytes(), name
    print(f"engine.safetensors: {len(read)} tensors as expected")


if __name__ == "__main__":
    save_file(tensors(), FOLDER / "python.safetensors", {"made by": "Python", "ä": "\\ \" \t"})
    check_engine_file()
