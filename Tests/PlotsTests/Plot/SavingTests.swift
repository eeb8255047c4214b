import Foundation
import Plots
import Testing

@Suite struct SavingTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/plots-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func contents(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `the suffix names the form`() throws {
    try inFolder { folder in
      let plot = Plot.line([1, 2]).titled("A < B")
      try plot.save(to: folder + "/loss.txt")
      #expect(try contents(folder + "/loss.txt") == plot.text + "\n")
      try plot.save(to: folder + "/loss.SVG")
      let svg = try contents(folder + "/loss.SVG")
      let outline = Outline(of: svg)
      #expect(outline.isWellFormed && outline.elements.prefix(3) == ["svg", "style", "title"])
      #expect(svg.hasPrefix("<?xml") && svg.contains("light-dark(") && svg.contains("color-scheme"))
      #expect(outline.attributes.isDisjoint(with: ["href", "src"]) && !svg.contains("url("))
      try Plot.grid([plot, plot]).save(to: folder + "/grid.svg")
      // Nothing is left of the files that were written beside.
      let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(files == ["grid.svg", "loss.SVG", "loss.txt"])
    }
  }

  @Test func `an old file is replaced, through a link, with its permissions`() throws {
    try inFolder { folder in
      let (file, link) = (folder + "/a.txt", folder + "/link.txt")
      try "old".write(toFile: file, atomically: false, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
      try Plot.line([1]).save(to: link)
      #expect(try contents(file) == Plot.line([1]).text + "\n")
      let attributes = try FileManager.default.attributesOfItem(atPath: file)
      #expect(attributes[.posixPermissions] as? Int == 0o640)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
    }
  }

  @Test(arguments: [
    ("a.png", ".png is not a form that plots have; use .svg or .txt"),
    ("folder.svg/a", "the name has no suffix; use .svg or .txt"),
    ("no/such/folder/a.svg", "there is no such file or folder"),
    ("a\0.svg", "a path cannot contain a zero byte"),
  ])
  func `what cannot be saved is refused by name`(path: String, reason: String) throws {
    try inFolder { folder in
      let path = folder + "/" + path
      let error = try #require(throws: PlotFileError.self) { try Plot.line([1]).save(to: path) }
      #expect(error.description == "cannot save the plot to \(path): \(reason)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }
}
