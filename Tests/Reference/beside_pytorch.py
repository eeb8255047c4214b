"""Lectern's benchmarks beside PyTorch's, in turn on the same machine: medians and ratios.

    venv/bin/pip install torch==2.13.0
    venv/bin/python Tests/Reference/beside_pytorch.py [rounds] [ml-100k folder] [ratings.csv]

Each round runs every benchmark once with PyTorch and once with Lectern, each in a process of its
own. A ratio below 1 is in Lectern's favour. Without the folders of ratings, factorization is left
out.
"""

import json
import math
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
LECTERN = HERE.parent.parent / "lectern"


def lines(command):
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in output.splitlines()]


def pytorch(script, *arguments):
    return lines([sys.executable, str(HERE / script), *arguments])


def lectern(*arguments):
    return lines([str(LECTERN), "bench", *arguments, "--json"])


def one_round(ml100k, csv):
    """Name of the work: (PyTorch's record, ours)."""
    records = {}
    ours = lectern("gemm")
    for theirs, mine in zip(pytorch("gemm.py"), ours):
        records["gemm " + theirs["name"]] = (theirs, mine)
    theirs = pytorch("transformer_step.py")[0]
    records["transformer-step"] = (theirs, lectern("transformer-step")[0])
    if ml100k:
        mine = lectern("factorization", "--ml100k", ml100k)
        records["factorization ml-100k"] = (
            pytorch("factorization.py", ml100k + "/u.data")[0], mine[0])
        records["factorization ml-latest-small"] = (
            pytorch("factorization.py", csv)[0], mine[1])
    return records


def main(rounds, ml100k=None, csv=None):
    rounds = [one_round(ml100k, csv) for _ in range(rounds)]
    print(f"{'median of ' + str(len(rounds)) + ' rounds':32} {'PyTorch ms':>11} {'ours ms':>9} ratio")
    gemm_ratios = []
    for name in rounds[0]:
        pairs = [records[name] for records in rounds]
        theirs = statistics.median(pair[0]["seconds"] for pair in pairs)
        ours = statistics.median(pair[1]["seconds"] for pair in pairs)
        ratio = statistics.median(pair[1]["seconds"] / pair[0]["seconds"] for pair in pairs)
        print(f"{name:32} {theirs * 1e3:11.2f} {ours * 1e3:9.2f} {ratio:5.3f}")
        if name.startswith("gemm"):
            gemm_ratios.append(ratio)
        if "peakMemoryBytes" in pairs[0][0]:
            theirs, ours = (statistics.median(pair[side]["peakMemoryBytes"] for pair in pairs)
                            for side in (0, 1))
            print(f"  peak memory, MB: {theirs / 1e6:.0f} and {ours / 1e6:.0f}, {ours / theirs:.2f}")
    rate = math.exp(-statistics.mean(math.log(ratio) for ratio in gemm_ratios))
    print(f"gemm: {rate:.2f} of PyTorch's rate, geometric mean over the shapes")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5, *sys.argv[2:4])
