"""What LibreOffice makes of the formulas in sheet_functions.txt.

    apt-get install libreoffice-calc
    python3 Tests/Reference/sheet_functions.py

Writes Tests/WorksheetTests/Reference/cells.tsv, the cells that the formulas refer to, and
functions.tsv, each formula with its value. The formulas go to LibreOffice as a workbook in Excel's
format without values, so that it calculates them in Excel's syntax and with Excel's wildcards; they
come back as a flat OpenDocument file, in which numbers have all their digits.

A formula in braces is an array formula, as after Ctrl+Shift+Enter. Behind a tab comes Excel's value
where it differs, written by hand; it becomes the last column. LibreOffice's TRUE and FALSE come back
as 1 and 0.
"""

import pathlib
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent
OUTPUT = HERE.parent / "WorksheetTests" / "Reference"
# Whole rows, such as 2:3, must not hold the formulas themselves.
FIRST_ROW, COLUMN = 101, "Z"
# What Excel's files mark as newer than 2007.
NEWER = re.compile(
    r"\b((?:STDEV|VAR|COVARIANCE|PERCENTILE|QUARTILE)\.(?:S|P|INC)|RANK\.(?:EQ|AVG)|MODE\.SNGL"
    r"|NORM\.(?:S\.)?(?:DIST|INV)|IFNA|XOR|MAXIFS|MINIFS|CONCAT)\(")

CELLS = {
    "A": [3, 1, 4, 1, 5, 9, 2, 6],
    "B": [2, 7, 1, 8, 2, 8, 1, 8.5],
    "C": [5, "text", None, -3, "7", 0, 2.5, None],
    "D": ["apple", "Banana", "cherry", "apple", "APPLE pie", "date", None, "a*b"],
    "E": [1, 2.5, 4, 5.5, 7, 8.5, 10, 11.5],
    "F": [1, "=1/0", 3, "=NA()", "=\"\"", "=0.1+0.2", 0.3, 0],
    "H": [9, 7, 5, 3, 1, None, None, None],
    "I": [0.1, 0.2, 0.3, 123456789012, 1e15, 1e-7, -2.5, 1 / 3],
    "J": [2.5, 2.5, 2.5, 2.5, 0, 0, 0, 0],
    "K": ["apple", "banana", "cherry", "date", "elder", "fig", "grape", "hop"],
    "L": [1, 2, 2, 3, 3, 3, 4, 10],
}
ROWS = {
    10: {"A": 10, "B": 20, "C": 30, "D": 40, "E": 50},
    11: {"A": "ten", "B": "twenty", "C": "thirty", "D": "forty", "E": "fifty"},
    12: {"A": -1, "B": 0, "C": 1, "D": 2, "E": None},
}


def cells():
    """Rows of (column, content)."""
    rows = {row: {} for row in range(1, 9)}
    for column, contents in CELLS.items():
        for row, content in enumerate(contents, 1):
            rows[row][column] = content
    rows.update(ROWS)
    return rows


def xml_of(address, content):
    if content is None:
        return ""
    if isinstance(content, str) and content.startswith("{"):
        formula = escape(NEWER.sub(r"_xlfn.\1(", content[2:-1]))
        return f'<c r="{address}"><f t="array" ref="{address}">{formula}</f></c>'
    if isinstance(content, str) and content.startswith("="):
        formula = escape(NEWER.sub(r"_xlfn.\1(", content[1:]))
        return f'<c r="{address}"><f>{formula}</f></c>'
    if isinstance(content, str):
        return f'<c r="{address}" t="inlineStr"><is><t>{escape(content)}</t></is></c>'
    return f'<c r="{address}"><v>{content!r}</v></c>'


def workbook(path, rows):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    vendor = "application/vnd.openxmlformats"
    kind = vendor + "-officedocument.spreadsheetml"
    sheet = "/xl/worksheets/sheet1.xml"
    body = "".join(
        f'<row r="{row}">' + "".join(
            xml_of(f"{column}{row}", content) for column, content in sorted(columns.items()))
        + "</row>" for row, columns in sorted(rows.items()))
    files = {
        "[Content_Types].xml":
            f'<Types xmlns="{package}/content-types">'
            f'<Default Extension="rels" ContentType="{vendor}-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="{sheet}" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels":
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
            f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml":
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
            f'<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels":
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
            f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml":
            f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)


def values(path):
    """(row, value) of each formula's cell in a flat OpenDocument file."""
    names = dict(node for _, node in ElementTree.iterparse(path, events=["start-ns"]))
    table = "{%s}" % names["table"]
    office, calc, text = "{%s}" % names["office"], "{%s}" % names["calcext"], "{%s}" % names["text"]
    row = 0
    for element in ElementTree.parse(path).iter(table + "table-row"):
        row += 1
        column = 0
        for cell in element:
            column += int(cell.get(table + "number-columns-repeated", 1))
            if row >= FIRST_ROW and column == 26:
                kind = cell.get(calc + "value-type") or cell.get(office + "value-type")
                shown = "".join("".join(p.itertext()) for p in cell.iter(text + "p"))
                if kind == "boolean":
                    yield row, "logical", cell.get(office + "boolean-value").upper()
                elif kind == "float" or kind == "percentage":
                    yield row, "number", repr(float(cell.get(office + "value")))
                elif kind == "error":
                    yield row, "error", shown
                else:
                    yield row, "text", shown
        row += int(element.get(table + "number-rows-repeated", 1)) - 1


def main():
    lines = (HERE / "sheet_functions.txt").read_text().splitlines()
    entries = [line.partition("\t") for line in lines if line.startswith(("=", "{"))]
    formulas = [formula for formula, _, _ in entries]
    rows = cells()
    for number, formula in enumerate(formulas):
        rows[FIRST_ROW + number] = {COLUMN: formula}
    version = subprocess.run(["soffice", "--version"], capture_output=True, text=True).stdout
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        workbook(folder / "formulas.xlsx", rows)
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
             "--convert-to", "fods", "--outdir", str(folder), str(folder / "formulas.xlsx")],
            check=True, capture_output=True)
        found = {row: (kind, value) for row, kind, value in values(folder / "formulas.fods")}
    OUTPUT.mkdir(exist_ok=True)
    with open(OUTPUT / "functions.tsv", "w") as file:
        name = " ".join(version.split()[:2])
        file.write(f"# {name}; made by Tests/Reference/sheet_functions.py\n")
        for number, (formula, _, excel) in enumerate(entries):
            kind, value = found[FIRST_ROW + number]
            file.write(f"{formula.strip('{}')}\t{kind}\t{value}\t{excel}\n")
    with open(OUTPUT / "cells.tsv", "w") as file:
        file.write("# The cells that the formulas of functions.tsv refer to\n")
        for row, columns in sorted(cells().items()):
            for column, content in sorted(columns.items()):
                if content is not None:
                    kind = "text" if isinstance(content, str) else "number"
                    file.write(f"{column}{row}\t{kind}\t{content}\n")


if __name__ == "__main__":
    main()
