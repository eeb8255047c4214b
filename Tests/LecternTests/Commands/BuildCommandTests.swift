import Foundation
import Testing

struct BuildCommandTests {
  @Test func aSecondBuildWritesNothing() throws {
    let checkout = try Checkout([
      "01-x.md": document("```swift id=a\nprint(6 * 7)\n```\n\n```output\n42\n```")
    ])
    let first = try checkout.lectern("build", "--output", "pages")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("wrote pages/index.html"))
    let second = try checkout.lectern("build", "--output", "pages")
    #expect(second.status == 0)
    #expect(second.output == "pages is up to date: 1 lessons\n")

    let index = try checkout.read("pages/index.html")
    try checkout.write(
      checkout.read("Lessons/01-x.md").replacing("42", with: "41"), to: "Lessons/01-x.md")
    let wrong = try checkout.lectern("build", "--output", "pages")
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("the site was left as it was"))
    #expect(try checkout.read("pages/index.html") == index)
  }

  @Test func theReplicationsAreAPageOrAMessage() throws {
    let checkout = try Checkout(["01-x.md": document("Prose.")])
    let without = try checkout.lectern("build", "--output", "pages")
    #expect(without.status == 0)
    #expect(without.errors.contains("note: Replications/results.jsonl is not here"))
    #expect(!without.output.contains("replications.html"))

    let folder = checkout.folder.appending(path: "Replications")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try checkout.write("", to: "Replications/results.jsonl")
    let with = try checkout.lectern("build", "--output", "pages")
    #expect(with.status == 0)
    #expect(with.output.contains("wrote pages/replications.html"))
    let page = try checkout.read("pages/replications.html")

    try checkout.write("{}\n", to: "Replications/results.jsonl")
    let broken = try checkout.lectern("build", "--output", "pages")
    #expect(broken.status == 2)
    #expect(broken.errors.contains("error: Replications/results.jsonl:1: ‘"))
    #expect(try checkout.read("pages/replications.html") == page)
  }
}
