#!/usr/bin/env python3
"""Writes Tests/RecommenderTests/Reference/recommender.json: similarities, predictions of nearest
neighbours, ranking metrics and least squares on dense matrices, with NumPy and scikit-learn.

    pip install numpy==2.4.6 scikit-learn==1.9.1
    python3 Tests/Reference/recommender_figures.py
"""

import json
import pathlib

import numpy as np
from sklearn.metrics import label_ranking_average_precision_score, ndcg_score
from sklearn.metrics.pairwise import cosine_similarity

USERS, ITEMS, FACTORS, SWEEPS, PENALTY, CONFIDENCE = 7, 8, 2, 3, 0.2, 1.5
random = np.random.default_rng(5)


def table():
    """Rows of user, item, rating; the last item and the last user have none."""
    return [
        (user, item, float(random.integers(1, 11)) / 2)
        for user in range(USERS - 1)
        for item in range(ITEMS - 1)
        if random.random() < 0.6
    ]


def dense(rows):
    matrix, known = np.zeros((USERS, ITEMS)), np.zeros((USERS, ITEMS), dtype=bool)
    for user, item, rating in rows:
        matrix[user, item], known[user, item] = rating, True
    return matrix, known


def similarities(matrix, known, shrinkage):
    """Between columns."""
    common = known.T.astype(float) @ known
    with np.errstate(invalid="ignore"):
        weight = np.where(common > 0, common / (common + shrinkage), 0)
    return cosine_similarity(matrix.T) * weight


def centred(matrix, known):
    """Less the mean of each row."""
    means = matrix.sum(1) / np.maximum(known.sum(1), 1)
    return np.where(known, matrix - means[:, None], 0)


def predictions(matrix, known, neighbours, shrinkage):
    cosines = similarities(matrix, known, shrinkage)
    overall = matrix[known].mean()
    means = np.array([
        matrix[known[:, item], item].mean() if known[:, item].any() else overall
        for item in range(ITEMS)
    ])
    result = np.tile(means, (USERS, 1))
    for user in range(USERS):
        for item in range(ITEMS):
            rated = [j for j in range(ITEMS) if known[user, j] and j != item and cosines[item, j] > 0]
            best = sorted(rated, key=lambda j: (-cosines[item, j], j))[:neighbours]
            if best:
                weights = cosines[item, best]
                result[user, item] += weights @ (matrix[user, best] - means[best]) / weights.sum()
    return result


def explicit(matrix, known, start, has_biases):
    """Alternating least squares; each side solved with lstsq on an extended system."""
    mean = matrix[known].mean()

    def solve(targets, mask, others, biases):
        result, own = np.zeros((len(targets), FACTORS)), np.zeros(len(targets))
        for row in range(len(targets)):
            chosen = mask[row]
            if not chosen.any():
                continue
            features = others[chosen]
            if has_biases:
                features = np.hstack([features, np.ones((chosen.sum(), 1))])
            size = np.sqrt(PENALTY * chosen.sum())
            extended = np.vstack([features, size * np.eye(features.shape[1])])
            right = np.concatenate(
                [targets[row, chosen] - mean - biases[chosen], np.zeros(features.shape[1])])
            solution = np.linalg.lstsq(extended, right, rcond=None)[0]
            result[row] = solution[:FACTORS]
            if has_biases:
                own[row] = solution[FACTORS]
        return result, own

    items, item_biases = start.copy(), np.zeros(ITEMS)
    for _ in range(SWEEPS):
        users, user_biases = solve(matrix, known, items, item_biases)
        items, item_biases = solve(matrix.T, known.T, users, user_biases)
    return mean + user_biases[:, None] + item_biases + users @ items.T


def implicit(matrix, start):
    """Every pair with its weight, as a dense weighted problem."""
    confidence, wanted = 1 + CONFIDENCE * matrix, (matrix > 0).astype(float)

    def solve(weights, targets, others):
        result = np.zeros((len(targets), FACTORS))
        for row in range(len(targets)):
            root = np.sqrt(weights[row])
            extended = np.vstack([root[:, None] * others, np.sqrt(PENALTY) * np.eye(FACTORS)])
            right = np.concatenate([root * targets[row], np.zeros(FACTORS)])
            result[row] = np.linalg.lstsq(extended, right, rcond=None)[0]
        return result

    items = start.copy()
    for _ in range(SWEEPS):
        users = solve(confidence, wanted, items)
        items = solve(confidence.T, wanted.T, users)
    return users @ items.T


def rankings():
    """Lists of all of ten items, scored by scikit-learn at several k."""
    cases = []
    for number in range(6):
        order = random.permutation(10)
        gains = np.where(random.random(10) < 0.4, random.integers(1, 6, 10), 0).astype(float)
        gains[int(random.integers(10))] = 2
        scores = np.empty(10)
        scores[order] = -np.arange(10.0)
        binary = (gains > 0).astype(int)
        cases.append({
            "items": order.tolist(),
            "gains": gains.tolist(),
            "ndcg": [ndcg_score([gains], [scores], k=k) for k in (1, 3, 10)],
            "binaryNDCG": [ndcg_score([binary], [scores], k=k) for k in (1, 3, 10)],
            "averagePrecision": label_ranking_average_precision_score([binary], [scores]),
        })
    return cases


def main():
    rows = table()
    matrix, known = dense(rows)
    start = 0.1 * random.standard_normal((ITEMS, FACTORS))
    figures = {
        "users": [row[0] for row in rows],
        "items": [row[1] for row in rows],
        "ratings": [row[2] for row in rows],
        "userCount": USERS, "itemCount": ITEMS,
        "itemCosines": similarities(matrix, known, 0).tolist(),
        "shrunkUserCosines": similarities(matrix.T, known.T, 3).tolist(),
        "centredItemCosines": similarities(centred(matrix, known), known, 0).tolist(),
        "neighbourPredictions": predictions(matrix, known, 2, 1).tolist(),
        "start": start.tolist(), "penalty": PENALTY, "confidence": CONFIDENCE, "sweeps": SWEEPS,
        "biased": explicit(matrix, known, start, True).tolist(),
        "unbiased": explicit(matrix, known, start, False).tolist(),
        "implicit": implicit(matrix, start).tolist(),
        "rankings": rankings(),
    }
    target = pathlib.Path(__file__).parent.parent / "RecommenderTests/Reference/recommender.json"
    target.write_text(json.dumps(figures) + "\n")


main()
