"""Writes the figures that the engine's linear algebra is compared with, by NumPy and PyTorch.

    python3 -m venv venv && venv/bin/pip install torch==2.13.0 numpy==2.4.6
    venv/bin/python Tests/Reference/linear_algebra_figures.py

It overwrites Tests/EngineTests/Reference/linear_algebra.json. Decompositions are computed in
double precision; where they leave signs open, the element of largest magnitude is made positive.
"""

import numpy
import torch

from figures import matrix, numbers, require_pytorch, write


def signs(columns):
    """1 or -1 for each column, so that its element of largest magnitude becomes positive."""
    largest = numpy.argmax(numpy.abs(columns), axis=0)
    return numpy.sign(columns[largest, numpy.arange(columns.shape[1])])


def array(values):
    return matrix(torch.tensor(values.tolist(), dtype=torch.float64))


def random_matrix(seed, *shape):
    """Numbers that float32 holds exactly."""
    return numpy.random.default_rng(seed).normal(size=shape).astype(numpy.float32)


def symmetric_eigen(seed, size):
    rows = random_matrix(seed, size, size)
    symmetric = (rows + rows.T) / 2
    values, vectors = numpy.linalg.eigh(symmetric.astype(numpy.float64))
    values, vectors = values[::-1], vectors[:, ::-1]
    return {"matrix": array(symmetric), "values": array(values),
            "vectors": array(vectors * signs(vectors))}


def singular_values(seed, rows, columns, rank=None):
    """With a rank: a product of whole numbers, which is exact."""
    input_matrix = random_matrix(seed, rows, columns)
    if rank:
        thin, flat = random_matrix(seed, rows, rank), random_matrix(seed + 1, rank, columns)
        input_matrix = numpy.rint(3 * thin) @ numpy.rint(3 * flat)
    left, values, right = numpy.linalg.svd(input_matrix.astype(numpy.float64), full_matrices=False)
    direction = signs(right.T)
    known = rank or min(rows, columns)
    # The vectors of the singular values that are 0 are anybody's.
    return {"matrix": array(input_matrix), "left": array((left * direction)[:, :known]),
            "values": array(values[:known]), "right": array((right.T * direction)[:, :known])}


def principal_components(seed, rows, columns, count):
    points = random_matrix(seed, rows, columns) * numpy.arange(1, columns + 1, dtype=numpy.float32)
    points += numpy.float32(0.5)
    exact = points.astype(numpy.float64)
    mean = exact.mean(axis=0)
    _, values, right = numpy.linalg.svd(exact - mean, full_matrices=False)
    components = (right.T * signs(right.T)).T
    variances = values**2 / (rows - 1)
    return {"points": array(points), "mean": array(mean), "components": array(components[:count]),
            "variance": array(variances[:count]),
            "ratio": array(variances[:count] / variances.sum()),
            "coordinates": array((exact - mean) @ components[:count].T)}


def similarities():
    torch.manual_seed(70)
    left, right = torch.randn(5, 7), torch.randn(4, 7)
    left[2] = 0
    cosines = torch.nn.functional.cosine_similarity(left[:, None], right[None], dim=2)
    return {"left": matrix(left), "right": matrix(right), "cosines": matrix(cosines),
            "norm": numbers(left.norm())[0], "norms": matrix(left.norm(dim=1)),
            "columnNorms": matrix(left.norm(dim=0))}


def top():
    torch.manual_seed(71)
    rows = torch.randn(4, 9)
    largest, smallest = rows.topk(3), rows.topk(3, largest=False)
    return {"rows": matrix(rows), "largest": matrix(largest.values),
            "largestAt": largest.indices.reshape(-1).tolist(), "smallest": matrix(smallest.values),
            "smallestAt": smallest.indices.reshape(-1).tolist()}


if __name__ == "__main__":
    require_pytorch()
    write("linear_algebra", {
        "eigen": [symmetric_eigen(60, size) for size in (1, 2, 5, 24)],
        "singular": [
            singular_values(61, 6, 4), singular_values(62, 4, 6), singular_values(63, 5, 5),
            singular_values(64, 20, 9), singular_values(66, 6, 4, rank=2),
            singular_values(68, 3, 9, rank=1)],
        "principal": [
            principal_components(65, 20, 5, 3), principal_components(66, 4, 6, 2),
            principal_components(67, 50, 8, 8)],
        "similarities": similarities(),
        "top": top(),
    })
