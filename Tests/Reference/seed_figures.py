"""Recomputes the figures that lessons take over exactly from the texts they rest on.

    python3 Tests/Reference/seed_figures.py

Only the standard library, in double precision: nothing of ours is involved. It overwrites
Tests/LessonTests/Reference/seed_figures.json, a list of lesson, step and the digits which that
step's asserted output must contain; SeedFigureTests looks for them.
"""

import json
import math
import pathlib
import platform

FILE = pathlib.Path(__file__).resolve().parent.parent / "LessonTests/Reference/seed_figures.json"

LOGITS = {"cat": -4.89, "dog": 2.60, "plane": 0.59, "fish": -2.07, "building": -4.57}


def dot(left, right):
    return math.fsum(x * y for x, y in zip(left, right))


def matches():
    """Two films described by three numbers each, and what one user makes of them."""
    user = [0.9, 0.8, -0.6]
    last_skywalker, casablanca = [0.98, 0.9, -0.9], [-0.99, -0.3, 0.8]
    return [f"{dot(user, film):.3f}" for film in (last_skywalker, casablanca)]


def row_sums():
    """Two rows of users, two rows of movies: one dot product for each row."""
    users, movies = [[1, 2], [3, 4]], [[2, 2], [10, 10]]
    return [f"{dot(*rows):.0f}" for rows in zip(users, movies)]


def exponentials():
    return [math.exp(logit) for logit in LOGITS.values()]


def probabilities():
    total = math.fsum(exponentials())
    return [part / total for part in exponentials()]


def slanted_triangular(step, steps, peak=0.01, cut_fraction=0.1, ratio=32):
    """Howard and Ruder 2018, section 3.2, with its defaults."""
    cut = math.floor(steps * cut_fraction)
    if step < cut:
        part = step / cut
    else:
        part = 1 - (step - cut) / (cut * (1 / cut_fraction - 1))
    return peak * (1 + part * (ratio - 1)) / ratio


def turning_points(steps):
    cut = steps // 10
    return [slanted_triangular(step, steps) for step in (0, cut - 1, cut, steps - 1)]


def last_rate(steps):
    return slanted_triangular(steps - 1, steps)


def fixed(values, decimals):
    return [f"{value:.{decimals}f}" for value in values]


FIGURES = [
    ("spreadsheet-factorization", "dot-product", matches()),
    ("dot-product-model", "row-sums", row_sums()),
    ("cross-entropy", "exp", fixed(exponentials() + [math.fsum(exponentials())], 4)),
    ("cross-entropy", "softmax", fixed(probabilities(), 4)),
    ("cross-entropy", "log", fixed(map(math.log, probabilities()), 4)),
    ("cross-entropy", "every-truth", fixed((-math.log(p) for p in probabilities()), 4)),
    ("cross-entropy", "loss", fixed([-math.log(probabilities()[1])], 4)),
    ("learning-rates", "slanted-points", fixed(turning_points(1000), 9)),
    ("learning-rates", "slanted-overshoot", fixed(map(last_rate, (1000, 939, 19)), 9)),
]

if __name__ == "__main__":
    figures = [
        {"lesson": lesson, "step": step, "digits": digits} for lesson, step, digits in FIGURES
    ]
    record = {"python": platform.python_version(), "figures": figures}
    FILE.write_text(json.dumps(record, indent=2) + "\n")
    for lesson, step, digits in FIGURES:
        print(f"{lesson:26} {step:18} {' '.join(digits)}")
