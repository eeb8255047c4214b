import Foundation
import Testing

@testable import Worksheet

/// Every function and operator against LibreOffice, or against Excel where they differ: the figures
/// that Tests/Reference/sheet_functions.py makes.
@Suite struct ReferenceTests {
  static let sheet: Sheet = {
    var sheet = Sheet()
    for fields in lines(of: "cells") {
      sheet[fields[0]] = fields[1] == "number" ? .number(Double(fields[2])!) : .text(fields[2])
    }
    return sheet
  }()

  private static func lines(of file: String) -> [[String]] {
    let url = Bundle.module.url(forResource: "Reference/\(file)", withExtension: "tsv")!
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func agreesWithLibreOfficeAndExcel() throws {
    let figures = Self.lines(of: "functions")
    #expect(figures.count > 600)
    var sheet = Self.sheet
    for fields in figures {
      try sheet.enter(.text(fields[0]), in: CellRange("Z101"))
      let value = sheet["Z101"]
      let expected = fields[3].isEmpty ? fields[2] : fields[3]
      #expect(Self.agrees(value, expected), "\(fields[0]) is \(value), not \(expected)")
      sheet["Z101"] = nil
    }
  }

  /// TRUE and 1 are the same to LibreOffice.
  private static func agrees(_ value: CellValue, _ expected: String) -> Bool {
    switch value {
    case .number(let number): agrees(number, expected)
    case .logical(let truth):
      expected == (truth ? "TRUE" : "FALSE") || agrees(Double(truth ? 1 : 0), expected)
    case .text(let text): text == expected
    case .error(let error): error.rawValue == expected
    case .blank: false
    }
  }

  private static func agrees(_ number: Double, _ expected: String) -> Bool {
    guard let figure = Double(expected) else { return false }
    return abs(number - figure) <= 2e-14 * abs(figure)
  }
}
