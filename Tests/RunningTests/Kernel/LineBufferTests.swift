import Testing

@testable import Running

struct LineBufferTests {
  @Test(arguments: [
    (["a\nb\n"], [["a", "b"]]),
    (["a", "b\n", "c"], [[], ["ab"], []]),
    (["\n\na"], [["", ""]]),
    (["a\r\n"], [["a\r"]]),
    // Longer than the limit of 8: dropped whole, and the next line is read again.
    (["123456789", "0\nok\n"], [[], ["ok"]]),
    (["12345678", "9", "0", "\nok\n"], [[], [], [], ["ok"]]),
  ])
  func bytesBecomeLines(chunks: [String], lines: [[String]]) {
    var buffer = LineBuffer(limit: 8)
    let found = chunks.map { chunk in
      buffer.append(Array(chunk.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(found == lines)
  }
}
