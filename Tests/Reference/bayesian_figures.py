#!/usr/bin/env python3
"""Prints the figures of Tests/RecommenderTests/Models/Bayesian: a Bayesian linear regression solved
densely, and the mean of a Wishart distribution by SciPy.

    pip install numpy==2.4.6 scipy==1.17.1
    python3 Tests/Reference/bayesian_figures.py
"""

import numpy as np
from scipy.stats import invwishart

# One user's row given two items' factors with biases, see PosteriorDrawTests.
precision = np.array([[2.0, 0.5], [0.5, 1.0]])
mean = np.array([0.3, -0.2])
others = np.array([[1.0, 0.1], [-0.5, 0.4], [2.0, -0.3]])
ratings = np.array([1.0, -1.0, 0.5])
noise = 1.5
design = np.column_stack([others[:, 0], np.ones(3)])
posterior = precision + noise * design.T @ design
print("mean", np.linalg.solve(
    posterior, precision @ mean + noise * design.T @ (ratings - others[:, 1])).tolist())
print("covariance", np.linalg.inv(posterior).tolist())

# A normal-Wishart prior given four rows, see NormalPriorTests.
rows = np.array([[1.0, 2.0], [0.0, 1.0], [3.0, 1.0], [2.0, -1.0]])
count, strength = len(rows), 2.0
average = rows.mean(axis=0)
scatter = (rows - average).T @ (rows - average)
inverse_scale = np.eye(2) + scatter + count * strength / (count + strength) * np.outer(
    average, average)
print("E[precision]", ((2 + count) * np.linalg.inv(inverse_scale)).tolist())
print("E[covariance]", invwishart(df=2 + count, scale=inverse_scale).mean().tolist())
print("E[mean]", (count * average / (count + strength)).tolist())
