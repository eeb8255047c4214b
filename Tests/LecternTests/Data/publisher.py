"""A publisher of data sets for the tests: makes archives, whole and hostile, and serves them.

Usage: publisher.py FOLDER. Archives are FOLDER/CASE/NAME.zip with NAME.zip.md5 beside them, at
http://127.0.0.1:PORT/WAY/CASE/NAME.zip; the port is in FOLDER/port, each request in FOLDER/log.
WAY is `plain`; `cut`, which closes the connection half-way when nothing is resumed; `slow`, which
sends half and then waits; `whole`, which knows no ranges; or `error`.
"""
import hashlib
import http.server
import io
import os
import random
import struct
import sys
import time
import zipfile

NAME = "ml-latest-small"
ROOT = sys.argv[1]


def ratings_csv():
    """As many rows as the edition of 2018 has, of 9,724 movies by 610 users."""
    rows = ["userId,movieId,rating,timestamp"]
    for index in range(100_836):
        rows.append(f"{index % 610 + 1},{index // 610 * 58 % 9724 + index % 58 + 1},"
                    f"{(index % 10 + 1) / 2},{964982703 + index}")
    return "\n".join(rows) + "\n"


def movies_csv():
    return "movieId,title,genres\n" + "".join(
        f"{n},Film {n} (1999),Drama\n" for n in range(1, 9_743))


FILES = {"ratings.csv": ratings_csv(), "movies.csv": movies_csv(), "README.txt": "Conditions\n"}


def archive(*more, drop=()):
    """The published files, and `more`: pairs of a name or ZipInfo and a content."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zip:
        zip.writestr(f"{NAME}/", "")
        for name, text in FILES.items():
            if name not in drop:
                zip.writestr(f"{NAME}/{name}", text)
        for name, text in more:
            zip.writestr(name, text)
    return buffer.getvalue()


def entry(name, mode):
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, mode << 16
    return info


def central(data, name):
    """Where the directory's record of `name` begins."""
    at = data.index(name.encode(), data.index(b"PK\1\2")) - 46
    assert data[at:at + 4] == b"PK\1\2"
    return at


def patched(data, name, offset, form, value):
    at = central(data, name) + offset
    return data[:at] + struct.pack(form, value) + data[at + struct.calcsize(form):]


def zip64():
    limit, zipfile.ZIP64_LIMIT = zipfile.ZIP64_LIMIT, 10
    try:
        return archive()
    finally:
        zipfile.ZIP64_LIMIT = limit


def damaged():
    data = bytearray(archive())
    data[data.index(b"ratings.csv") + 5000] ^= 0xff
    return bytes(data)


def cases():
    whole = archive()
    ratings = f"{NAME}/ratings.csv"
    yield "whole", whole
    yield "zip64", zip64()
    yield "dots", archive((f"{NAME}/../../evil", "x"))
    yield "absolute", archive(("/etc/evil", "x"))
    yield "drive", archive(("C:evil", "x"))
    yield "backslash", archive(("a-evil", "x")).replace(b"a-evil", b"a\\evil")
    yield "link", archive((entry(f"{NAME}/link", 0o120777), "/etc/passwd"))
    yield "device", archive((entry(f"{NAME}/pipe", 0o010644), ""))
    yield "twice", archive((f"{NAME}/moviez.csv", "x")).replace(b"moviez.csv", b"movies.csv")
    yield "encrypted", patched(whole, ratings, 8, "<H", 1)
    yield "many", archive(*((f"{NAME}/{n}", "") for n in range(1000)))
    yield "bomb", archive((f"{NAME}/zeros", bytes(20_000_000)))
    yield "claims", patched(whole, ratings, 24, "<I", 4_000_000_000)
    yield "less", patched(whole, ratings, 24, "<I", 1000)
    yield "more", patched(whole, ratings, 24, "<I", len(FILES["ratings.csv"]) + 1)
    yield "lacking", archive(drop=["movies.csv"])
    yield "damaged", damaged()
    yield "cut", whole[:len(whole) // 2]
    yield "text", b"<html>no such page</html>\n"
    yield "large", random.Random(1).randbytes(2_000_000)


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def make():
    for case, data in cases():
        path = f"{ROOT}/{case}/{NAME}.zip"
        write(path, data)
        digest = hashlib.md5(data).hexdigest()
        write(path + ".md5", f"MD5 ({NAME}.zip) = {digest}\n".encode())
    whole = archive()
    write(f"{ROOT}/other/{NAME}.zip", whole)
    write(f"{ROOT}/other/{NAME}.zip.md5", b"0123456789abcdef0123456789ABCDEF  ml.zip\n")
    write(f"{ROOT}/no-md5/{NAME}.zip", whole)
    write(f"{ROOT}/no-md5/{NAME}.zip.md5", b"<html>\n")


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        way, name = self.path[1:].split("/", 1)
        # `?MARK` or, of the checksum's address, `?MARK.md5`.
        path, _, mark = name.partition("?")
        path += ".md5" if mark.endswith(".md5") else ""
        start = self.headers.get("Range", "bytes=0-").removeprefix("bytes=").removesuffix("-")
        with open(f"{ROOT}/log", "a") as log:
            log.write(f"{way} {name} {start}\n")
        start = 0 if way == "whole" else int(start)
        if way == "error" or not os.path.exists(f"{ROOT}/{path}"):
            return self.send_error(503 if way == "error" else 404)
        data = open(f"{ROOT}/{path}", "rb").read()
        if start >= len(data):
            return self.send_error(416)
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        if way in ("cut", "slow") and start == 0 and path.endswith(".zip"):
            self.wfile.write(data[:len(data) // 2])
            self.wfile.flush()
            if way == "slow":
                time.sleep(60)
            return
        self.wfile.write(data[start:])

    def log_message(self, *arguments):
        pass


make()
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
with open(f"{ROOT}/port.new", "w") as file:
    file.write(str(server.server_port))
os.rename(f"{ROOT}/port.new", f"{ROOT}/port")
server.serve_forever()
