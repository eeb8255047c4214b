import Testing

@testable import Running

struct NumberScannerTests {
  static let cases: [(String, [Double])] = [
    ("1", [1.0]), ("a 1.5, -2", [1.5, -2]), ("1e-4 2E3 3e", [1e-4, 2e3, 3]), ("−7 +8", [-7, 8]),
    ("1,234", [1, 234]), ("3-4", [3, 4]), ("user12 x1", []), ("1.2.3", [1.2]), (".5", [5]),
    ("inf -Infinity infinite", [.infinity, -.infinity]), ("1.", [1]), ("[0.5]", [0.5]),
    ("--1", [-1]), ("1e400", [.infinity]), ("", []), ("-", []), ("5%", [5]),
  ]

  @Test(arguments: cases)
  func findsNumbers(text: String, numbers: [Double]) {
    let bytes = Array(text.utf8)
    let scanner = NumberScanner(bytes)
    var found: [Double] = []
    var index = 0
    while index < bytes.count {
      let number = scanner.number(at: index)
      if let number { found.append(number.value) }
      index += number?.length ?? 1
    }
    #expect(found == numbers)
  }
}
