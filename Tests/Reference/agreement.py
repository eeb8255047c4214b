"""How far Lectern's numbers are from PyTorch's: the largest error of each function, layer, loss,
optimizer, schedule, average and metric (scikit-learn's), and of three training steps of a whole transformer.

    python3 Tests/Reference/agreement.py

Runs the tests that hold these errors in bounds, and prints what they saw as a table. An error is
the difference as a share of PyTorch's number, or of 1 where that is smaller; with losses it is a
share of the number itself, with their gradients of the largest one.
"""

import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TESTS = "Reference|UpdateRule|Schedule|WeightAverage|SequenceTransformerTests"


def main():
    environment = {**os.environ, "LECTERN_AGREEMENT": "1"}
    output = subprocess.run(
        ["swift", "test", "--filter", TESTS], cwd=ROOT, env=environment, check=True,
        stdout=subprocess.PIPE, text=True).stdout
    largest = {}
    for line in output.splitlines():
        if line.startswith("agreement:"):
            _, kind, name, error = line.split(":")
            largest[kind, name] = max(largest.get((kind, name), 0), float(error))
    for kind, name in sorted(largest):
        print(f"{kind:24} {name:32} {largest[kind, name]:8.1e}")


if __name__ == "__main__":
    main()
