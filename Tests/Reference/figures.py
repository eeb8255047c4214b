"""What the scripts that make reference figures share."""

import json
import pathlib

import torch

PYTORCH = "2.13.0"
FOLDER = pathlib.Path(__file__).resolve().parent.parent / "EngineTests" / "Reference"


def numbers(tensor):
    """The elements of a tensor in row-major order; nine digits name a float32 exactly."""
    return [float(f"{element:.9g}") for element in tensor.detach().reshape(-1).tolist()]


def matrix(tensor):
    return {"shape": list(tensor.shape), "scalars": numbers(tensor)}


def write(name, figures):
    record = {"pytorch": PYTORCH, "figures": figures}
    (FOLDER / f"{name}.json").write_text(json.dumps(record) + "\n")


def require_pytorch():
    found = torch.__version__.split("+")[0]
    if found != PYTORCH:
        raise SystemExit(f"this needs torch {PYTORCH}; found {found}")
