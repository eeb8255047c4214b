import Foundation
import Testing

@testable import Display

@Suite struct JSONValueTests {
  @Test func `members keep their order`() {
    let value = JSONValue.object([("b", .integer(-1)), ("a", .object([])), ("c", .number(0.5))])
    #expect(value.rendered == #"{"b":-1,"a":{},"c":0.5}"#)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `what JSON cannot say is null`(number: Double) {
    #expect(JSONValue.number(number).rendered == "null")
  }

  @Test func `any text comes back from a parser on one line`() throws {
    let text = "\"quoted\" \\ \n\r\t\u{0}\u{1F}\u{7F}\u{2028}é漢🎬</script>"
    let rendered = JSONValue.object([("text", .string(text))]).rendered
    #expect(!rendered.contains("\n"))
    let parsed = try JSONSerialization.jsonObject(with: Data(rendered.utf8)) as? [String: String]
    #expect(parsed == ["text": text])
  }
}
