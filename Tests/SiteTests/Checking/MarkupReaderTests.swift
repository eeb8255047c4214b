import Display
import Testing

@testable import Site

@Suite struct MarkupReaderTests {
  @Test(arguments: [
    "<table><caption>a &amp; b</caption><tr><th scope=\"col\">x</th></tr></table>",
    "text &lt;only&gt;", "<p class=\"a\">one<br>two</p>", "",
  ])
  func tablesAndTextPassUnchanged(_ html: String) throws {
    let read = try MarkupReader.read(html, as: .html)
    #expect(Markup.fragment(read).rendered == html)
  }

  @Test func drawingsPass() throws {
    let svg =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox=\"0 0 9 9\" role=\"img\">"
      + "<title>t</title><path d=\"M0 0\" fill=\"none\"/></svg>"
    let read = try MarkupReader.read(svg, as: .svg)
    #expect(Markup.fragment(read).rendered.contains("<path d=\"M0 0\" fill=\"none\"></path>"))
  }

  @Test func everythingIsEscapedAnew() throws {
    let read = try MarkupReader.read("<p title='&quot;&#60;&#x3e;'>&apos;></p>", as: .html)
    let html = "<p title=\"&quot;&lt;&gt;\">&#39;&gt;</p>"
    #expect(Markup.fragment(read).rendered == html)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<p onclick=\"x()\">a</p>", "<p style=\"color:red\">a</p>",
    "<a href=\"https://example.org\">a</a>", "<img src=\"x\">", "<iframe></iframe>",
    "<p id=\"train\">a</p>", "<p>a", "a</p>", "<p><em>a</p></em>", "<p class=a>b</p>", "<p/ x>",
    "<p class=\"a\" class=\"b\">a</p>", "<!-- a -->", "<![CDATA[a]]>", "<?php ?>",
    "<!doctype html>",
    "a &nbsp; b", "a & b", "&#0x;", "&#xD800;", "<P>a</P>", "<p\u{0}>a</p>", "<svg></svg>",
    "<math></math>", "<style>*{}</style>", "<form></form>", "<td style>a</td>", "<", "<p", "</",
    "<p class=\"url(x)\">a</p>", "<object></object>", "<link rel=\"x\">", "<base>",
    "<p class=\"a>b",
  ])
  func hostileHTMLIsRefused(_ html: String) {
    #expect(throws: MarkupReader.Malformed.self) { try MarkupReader.read(html, as: .html) }
  }

  @Test(arguments: [
    "<svg><script>alert(1)</script></svg>", "<svg onload=\"x()\"></svg>",
    "<svg><foreignObject></foreignObject></svg>", "<svg><a href=\"x\">t</a></svg>",
    "<svg><image href=\"x\"/></svg>", "<svg><use href=\"#x\"/></svg>", "<g></g>",
    "<svg><rect fill=\"url(#x)\"/></svg>", "<svg><rect fill=\"URL ( https://e.org )\"/></svg>",
    "<svg><style>*{}</style></svg>", "<svg><title><g/></title></svg>",
    "<svg xmlns=\"http://example.org\"></svg>", "<svg><svg></svg></svg>",
    "<svg><animate attributeName=\"x\"/></svg>", "<svg xmlns:x=\"y\"></svg>",
    "<svg><rect fill=\"u\\72l(x)\"/></svg>", "<svg><p>a</p></svg>", "<svg></svg><script></script>",
  ])
  func hostileDrawingsAreRefused(_ svg: String) {
    #expect(throws: MarkupReader.Malformed.self) { try MarkupReader.read(svg, as: .svg) }
  }

  @Test func deepNestingIsRefused() {
    let html = String(repeating: "<div>", count: 100_000)
    #expect(throws: MarkupReader.Malformed.self) { try MarkupReader.read(html, as: .html) }
  }
}
