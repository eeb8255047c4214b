/// What the columns of a file are called.
struct ColumnNames {
  let names: [String]
  private let file: DelimitedText
  /// The byte where errors are placed.
  private let start: Int

  /// Reads the header.
  ///
  /// - Throws: ``DataFileError`` when the file is empty or a name occurs twice.
  init(_ file: inout DelimitedText) throws {
    var fields: [DelimitedText.Field] = []
    guard try file.next(&fields) else {
      throw DataFileError(
        "this file is empty; its first line should name the columns", path: file.path)
    }
    var names: [String] = []
    for field in fields {
      let name = try file.text(field)
      if names.contains(name) {
        let advice = file.separatorGuess(at: field.range.lowerBound).map {
          "; this line is separated by \($0.comparison); pass \($0.argument)"
        }
        throw file.error(
          "the column \"\(name)\" occurs twice\(advice ?? "")", at: field.range.lowerBound)
      }
      names.append(name)
    }
    self.names = names
    self.file = file
    start = fields[0].range.lowerBound
  }

  /// The columns of a file without a header.
  ///
  /// - Throws: ``DataFileError`` when the first line has another number of fields.
  init(_ names: [String], of file: DelimitedText) throws {
    if let name = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
      stop("columns", "\"\(names[name])\" occurs twice in \(names)")
    }
    var first = file
    var fields: [DelimitedText.Field] = []
    if try first.next(&fields) {
      try file.expect(fields, count: names.count) { "pass \($0.argument)" }
      if try fields.map(file.text) == names {
        throw file.error(
          "this line names the columns; leave columns: out", at: fields[0].range.lowerBound)
      }
    }
    self.names = names.map(Blanks.trimmed)
    self.file = file
    start = fields.first?.range.lowerBound ?? 0
  }

  /// The position of a column from 0.
  ///
  /// - Throws: ``DataFileError`` that says which separator the file seems to have, or that it has no
  ///   header, or suggests the nearest name and lists all of them.
  func position(of written: String) throws -> Int {
    let name = Blanks.trimmed(written)
    if let position = names.firstIndex(of: name) { return position }
    let message = "there is no column \"\(name)\""
    if let guess = file.separatorGuess(at: start) {
      throw file.error(
        "\(message): this line is separated by \(guess.comparison); pass \(guess.argument)",
        at: start)
    }
    if names.allSatisfy({ DecimalText.isNumber(Array($0.utf8)[...]) }) {
      throw file.error(
        "\(message): this line has numbers and no names; pass columns: [\"userId\", …] with a name "
          + "for each column", at: start)
    }
    let suggestion =
      nearestName(to: name, among: names)
      .map { "; did you mean \"\($0)\"? The" } ?? ": the"
    let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
    throw file.error("\(message)\(suggestion) columns are \(list)", at: start)
  }
}
