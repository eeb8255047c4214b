import Display
import Testing

@Suite struct MarkupTests {
  @Test func `text and attributes are escaped`() {
    let markup = Markup.element("a", ["href": "?a=1&b=\"<'"], .text("a < b & \"c\""))
    #expect(
      markup.rendered
        == "<a href=\"?a=1&amp;b=&quot;&lt;&#39;\">a &lt; b &amp; &quot;c&quot;</a>")
  }

  @Test func `void elements have no end tag, others always have one`() {
    #expect(Markup.element("br").rendered == "<br>")
    #expect(Markup.element("path", ["d": "M0 0"]).rendered == "<path d=\"M0 0\"></path>")
  }

  @Test func `an attribute without a value is left out and the order is kept`() {
    let none: String? = nil
    #expect(
      Markup.element("i", ["b": "1", "none": none, "a": "2"]).rendered == "<i b=\"1\" a=\"2\"></i>")
  }

  @Test(arguments: ["\u{0}", "\u{8}", "\u{1B}", "\u{7F}", "\u{9F}", "\u{FFFE}"])
  func `characters that markup forbids are replaced`(character: String) {
    #expect(Markup.text(character).rendered == "\u{FFFD}")
  }

  @Test func `fragments and verbatim markup`() {
    #expect(Markup.fragment([.text("<"), .verbatim("<b>x</b>")]).rendered == "&lt;<b>x</b>")
  }
}
