#!/usr/bin/env python3
"""Packs MovieLens Latest Small into MovieLensLatestSmall.swift, the form that the program embeds.

    python3 pack_movielens.py FOLDER

FOLDER holds ratings.csv and movies.csv of the 2016 edition. The Swift file is written beside
this script. PackedRatings.swift describes the format and reads it; a test writes both files
anew from the packed form and compares their SHA-256 with the originals'.
"""

import base64
import csv
import hashlib
import pathlib
import sys

LITERAL_LINE = 96


def varint(number):
    """Seven bits a byte, lowest first; the high bit says that more follow."""
    data = bytearray()
    while number >= 128:
        data.append(number & 127 | 128)
        number >>= 7
    data.append(number)
    return bytes(data)


def zigzag(number):
    """Small numbers of either sign become small numbers without one."""
    return varint(2 * number if number >= 0 else -2 * number - 1)


def texts(lines):
    data = "".join(line + "\n" for line in lines).encode("utf-8")
    return varint(len(lines)) + data


def rows(path, header):
    with open(path, encoding="utf-8", newline="") as file:
        first, *rest = csv.reader(file)
    assert first == header, first
    return rest


def genre_order(movies):
    """One order of all genres that agrees with the order within every movie."""
    followers = {}
    for names in movies:
        for name in names:
            followers.setdefault(name, set())
        for name, following in zip(names, names[1:]):
            followers[name].add(following)
    order = []
    while followers:
        behind = set().union(*followers.values())
        name = min(set(followers) - behind)
        order.append(name)
        del followers[name]
    return order


def pack_movies(movies):
    identifiers = [int(row[0]) for row in movies]
    assert identifiers == sorted(set(identifiers))
    gaps = [after - before - 1 for before, after in zip([-1] + identifiers, identifiers)]
    genres = [row[2].split("|") for row in movies]
    order = genre_order(genres)
    data = texts([row[1] for row in movies])
    data += b"".join(map(varint, gaps))
    data += texts(order)
    data += b"".join(varint(sum(1 << order.index(name) for name in names)) for names in genres)
    return data


def pack_ratings(ratings, movies):
    index = {row[0]: position for position, row in enumerate(movies)}
    users = [int(row[0]) for row in ratings]
    assert users == sorted(users) and set(users) == set(range(1, max(users) + 1))
    counts = [0] * max(users)
    gaps, values, seconds = [], [], []
    previous = (0, 0, 0)
    for user, row in zip(users, ratings):
        counts[user - 1] += 1
        item, second = index[row[1]], int(row[3])
        before = previous if previous[0] == user else (user, -1, previous[2])
        assert item > before[1]
        gaps.append(item - before[1] - 1)
        seconds.append(second - before[2])
        halves = int(2 * float(row[2]))
        assert row[2] == f"{halves / 2:.1f}" and 1 <= halves <= 10
        values.append(halves)
        previous = (user, item, second)
    values.append(0)
    pairs = zip(values[0::2], values[1::2])
    data = varint(len(counts)) + b"".join(map(varint, counts))
    data += b"".join(map(varint, gaps))
    data += bytes(low | high << 4 for low, high in pairs)
    data += b"".join(map(zigzag, seconds))
    return data


def swift_file(packed):
    text = base64.b64encode(packed).decode("ascii")
    lines = [text[start:start + LITERAL_LINE] for start in range(0, len(text), LITERAL_LINE)]
    literal = "\n  ".join(lines)
    return f'''// Written by pack_movielens.py: not to be edited. Its conditions of use: README.md beside it.

/// MovieLens Latest Small, edition of October 2016, packed and in base 64.
let packedLatestSmall: StaticString = """
  {literal}
  """

/// SHA-256 of the packed bytes.
let packedLatestSmallDigest =
  "{hashlib.sha256(packed).hexdigest()}"
'''


def main():
    folder = pathlib.Path(sys.argv[1])
    movies = rows(folder / "movies.csv", ["movieId", "title", "genres"])
    ratings = rows(folder / "ratings.csv", ["userId", "movieId", "rating", "timestamp"])
    packed = pack_movies(movies) + pack_ratings(ratings, movies)
    target = pathlib.Path(__file__).with_name("MovieLensLatestSmall.swift")
    target.write_text(swift_file(packed), encoding="utf-8")
    print(f"{len(packed)} bytes packed, {target.stat().st_size} bytes of Swift")


main()
