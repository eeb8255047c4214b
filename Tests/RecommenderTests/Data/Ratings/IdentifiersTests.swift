import Testing

@testable import Recommender

struct IdentifiersTests {
  private let identifiers = Identifiers(numbers: [-2, 3, 40], texts: ["007", "ann", "bob"])

  @Test func bothWays() {
    for index in 0..<identifiers.count {
      #expect(identifiers.index(of: identifiers[index]) == index)
    }
    #expect(identifiers.index(of: 40) == 2)
    #expect(identifiers.index(of: UInt8(40)) == 2)
    #expect(identifiers.index(of: " 40\u{A0}") == 2)
  }

  @Test(arguments: ["", "4", "cid", "03", "+3", "99999999999999999999"])
  func unknown(identifier: String) {
    #expect(identifiers.index(of: identifier) == nil)
  }

  /// The same identifiers get the same indices, whatever the order of the lines.
  @Test func independentOfOrder() {
    var forward = IdentifierColumn(), backward = IdentifierColumn()
    let numbers: [Int64] = [31, 5, 31, 900, 7]
    for number in numbers { forward.append(.number(number)) }
    for number in numbers.reversed() { backward.append(.number(number)) }
    #expect(forward.indexed().identifiers == backward.indexed().identifiers)
    #expect(forward.indexed().rows == [2, 0, 2, 3, 1])
    #expect(backward.indexed().rows == [1, 3, 2, 0, 2])
  }
}
