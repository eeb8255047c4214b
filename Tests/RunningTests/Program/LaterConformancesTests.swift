import Testing

@testable import Running

struct LaterConformancesTests {
  @Test(arguments: [
    (
      "extension Earlier: Named { var name: String { \"\" } }",
      "extension Earlier: @retroactive Named { public var name: String { \"\" } }"
    ),
    (
      "extension Earlier: A, B<Int> { @inlinable static func f() {}; mutating func g() {} }",
      """
      extension Earlier: @retroactive A, @retroactive B<Int> \
      { @inlinable public static func f() {}; public mutating func g() {} }
      """
    ),
    (
      "extension Earlier: @unchecked Sendable {}",
      "extension Earlier: @retroactive @unchecked Sendable {}"
    ),
    (
      "protocol P {}; extension Earlier: P, Q { init() {}; private func f() {} }",
      """
      protocol P {}; extension Earlier: P, @retroactive Q \
      { public init() {}; private func f() {} }
      """
    ),
  ])
  func areMadeSafe(code: String, body: String) throws {
    #expect(try programs("struct Earlier {}", code)[1].body == body)
  }

  @Test(arguments: [
    "extension Earlier { var a: Int { 1 } }",
    "struct Own {}; extension Own: Named { var name: String { \"\" } }",
    "protocol P {}; extension Earlier: P { func f() {} }",
    "extension Earlier: @retroactive Named {}",
  ])
  func leavesAlone(code: String) throws {
    #expect(try programs("struct Earlier {}", code)[1].body == code)
  }
}
