"""Prints the coefficients of Sources/CKernels/Lanes/error_function.h.

    pip install mpmath==1.3.0
    python3 Tests/Reference/error_function.py

Both polynomials have the smallest largest relative error (Remez's exchange algorithm):

- erf(x) = x P(x^2) for |x| < 1
- e^(t^2) erfc(t) = u Q(u), u = 1 / (1 + t/3), for 0 <= t <= 10.3, where erfc leaves the floats
"""

import mpmath

mpmath.mp.dps = 40
GRID = 600


def equations(function, points, degree):
    """The polynomial whose relative error is the same, with alternating signs, at all points."""
    size = degree + 2
    left, right = mpmath.matrix(size, size), mpmath.matrix(size, 1)
    for row, point in enumerate(points):
        for power in range(degree + 1):
            left[row, power] = point**power
        right[row] = function(point)
        left[row, degree + 1] = (-1) ** row * right[row]
    return list(mpmath.lu_solve(left, right))[: degree + 1]


def extremes(errors):
    """Where the errors between two changes of sign are largest."""
    found = [0]
    for index in range(1, len(errors)):
        if (errors[index] > 0) != (errors[found[-1]] > 0):
            found.append(index)
        elif abs(errors[index]) > abs(errors[found[-1]]):
            found[-1] = index
    return found


def best_polynomial(function, low, high, degree, rounds=12):
    middle, radius = (low + high) / 2, (high - low) / 2
    at = [middle - radius * mpmath.cos(mpmath.pi * i / GRID) for i in range(GRID + 1)]
    values = [function(point) for point in at]
    points = [middle - radius * mpmath.cos(mpmath.pi * i / (degree + 1)) for i in range(degree + 2)]
    for _ in range(rounds):
        polynomial = equations(function, points, degree)
        errors = [
            1 - mpmath.polyval(polynomial[::-1], x) / y for x, y in zip(at, values, strict=True)]
        found = extremes(errors)
        if len(found) < degree + 2:
            break
        while len(found) > degree + 2:
            found.pop(0 if abs(errors[found[0]]) < abs(errors[found[-1]]) else -1)
        points = [at[index] for index in found]
    return polynomial, max(abs(error) for error in errors)


def report(name, polynomial, error):
    print(f"{name}: largest relative error {mpmath.nstr(error, 3)}, constant term first")
    for coefficient in polynomial:
        print(f"  {mpmath.nstr(coefficient, 9)}f")


def erf_over_x(square):
    x = mpmath.sqrt(square)
    return mpmath.erf(x) / x


def scaled_complement_over_u(u):
    t = 3 * (1 / u - 1)
    return mpmath.exp(t * t) * mpmath.erfc(t) / u


if __name__ == "__main__":
    tiny = mpmath.mpf(10) ** -12
    report("P", *best_polynomial(erf_over_x, tiny, mpmath.mpf(1), 6))
    lowest = 1 / (1 + mpmath.mpf("10.3") / 3)
    report("Q", *best_polynomial(scaled_complement_over_u, lowest, mpmath.mpf(1), 9))
