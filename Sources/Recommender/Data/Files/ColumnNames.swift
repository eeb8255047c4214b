/// The first line of a file that names its columns.
struct ColumnNames {
  let names: [String]
  private let file: DelimitedText
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
      let name = String(decoding: file.bytes[file.trimmed(field)], as: UTF8.self)
      if names.contains(name) {
        throw file.error("the column \"\(name)\" occurs twice", at: field.range.lowerBound)
      }
      names.append(name)
    }
    self.names = names
    self.file = file
    start = fields[0].range.lowerBound
  }

  /// The position of a column from 0.
  ///
  /// - Throws: ``DataFileError`` that suggests the nearest name and lists all of them.
  func position(of name: String) throws -> Int {
    if let position = names.firstIndex(of: name) { return position }
    let suggestion =
      nearestName(to: name, among: names)
      .map { "; did you mean \"\($0)\"? The" } ?? ": the"
    let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
    throw file.error(
      "there is no column \"\(name)\"\(suggestion) columns are \(list)", at: start)
  }
}
