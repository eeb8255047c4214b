/// A file of lines whose fields stand between separators, read record by record.
///
/// Reads what RFC 4180 describes (quoted fields, doubled quotes, line breaks inside quotes)
/// and what is met in practice: lines that end in LF or CRLF, a last line without an end, blank
/// lines (skipped), a byte-order mark, blanks around fields and around their quotes (``Blanks``).
/// Nothing is copied until a field's text is asked for.
struct DelimitedText {
  /// A field's bytes, without the quotes around them.
  struct Field {
    let range: Range<Int>
    /// Whether the bytes contain doubled quotes that stand for one.
    let hasDoubledQuotes: Bool
  }

  let path: String
  let bytes: [UInt8]
  let separator: [UInt8]
  private let readsQuotes: Bool
  private(set) var position = 0
  /// Where the record starts that was read last, and its line, from 1.
  private var record = (start: 0, line: 1)
  /// The line of `position`.
  private var line = 1

  /// - Parameters:
  ///   - separator: one or two ASCII characters: `,` or `::`.
  ///   - readsQuotes: whether a field may stand in double quotes.
  /// - Throws: ``DataFileError`` when the file cannot be read or is UTF-16.
  init(path: String, separator: String, readsQuotes: Bool) throws {
    let bytes = try FileContents.bytes(of: path)
    try self.init(path: path, bytes: bytes, separator: separator, readsQuotes: readsQuotes)
  }

  /// - Parameter path: what errors name.
  init(path: String, bytes: [UInt8], separator: String, readsQuotes: Bool) throws {
    self.path = path
    self.bytes = bytes
    self.separator = Array(separator.utf8)
    self.readsQuotes = readsQuotes
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw DataFileError("this file is UTF-16; save it as UTF-8", path: path)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Reads the next record that is not blank.
  ///
  /// - Parameter fields: receives the record's fields in place of what it held.
  /// - Returns: false at the end of the file.
  /// - Throws: ``DataFileError`` for a quote that is never closed, or text after a closing one.
  mutating func next(_ fields: inout [Field]) throws -> Bool {
    fields.removeAll(keepingCapacity: true)
    while position < bytes.count, let end = endOfBlankLine(at: position) {
      position = end
      line += 1
    }
    if position >= bytes.count { return false }
    record = (position, line)
    while true {
      fields.append(try field())
      if isSeparator(at: position) {
        position += separator.count
        continue
      }
      position = lineEnd(at: position) ?? bytes.count
      line += 1
      return true
    }
  }

  /// The field that starts here; leaves `position` at the separator or line end behind it.
  private mutating func field() throws -> Field {
    if readsQuotes, case let quote = endOfBlanks(from: position), quote < bytes.count,
      bytes[quote] == .quote
    {
      position = quote
      return try quotedField()
    }
    let start = position
    position = bytes.withUnsafeBufferPointer { bytes in
      var end = start
      while end < bytes.count {
        let byte = bytes[end]
        let mayEnd = byte == separator[0] || byte == .lineFeed || byte == .carriageReturn
        if mayEnd && (isSeparator(at: end) || lineEnd(at: end) != nil) { break }
        end += 1
      }
      return end
    }
    return Field(range: start..<position, hasDoubledQuotes: false)
  }

  private mutating func quotedField() throws -> Field {
    let opening = position
    var hasDoubledQuotes = false
    position += 1
    while true {
      guard position < bytes.count else {
        throw error("this quote is never closed", at: opening)
      }
      if bytes[position] == .quote {
        guard position + 1 < bytes.count, bytes[position + 1] == .quote else { break }
        hasDoubledQuotes = true
        position += 1
      }
      if bytes[position] == .lineFeed { line += 1 }
      position += 1
    }
    let field = Field(range: opening + 1..<position, hasDoubledQuotes: hasDoubledQuotes)
    position = endOfBlanks(from: position + 1)
    let ends = position >= bytes.count || isSeparator(at: position) || lineEnd(at: position) != nil
    guard ends else { throw error("there is text after the closing quote", at: position) }
    return field
  }

  private func isSeparator(at offset: Int) -> Bool {
    guard offset + separator.count <= bytes.count, bytes[offset] == separator[0] else {
      return false
    }
    return separator.count == 1 || bytes[offset + 1] == separator[1]
  }

  /// Where the blanks end that start at `offset` and belong to one field.
  private func endOfBlanks(from offset: Int) -> Int {
    var end = offset
    while !isSeparator(at: end), lineEnd(at: end) == nil,
      let length = Blanks.lengthOfBlank(bytes, from: end, to: bytes.count)
    {
      end += length
    }
    return end
  }

  /// Where the next line starts, if there are only blanks from `offset` to the end of its line.
  private func endOfBlankLine(at offset: Int) -> Int? {
    let end = endOfBlanks(from: offset)
    return end == bytes.count ? end : lineEnd(at: end)
  }

  /// Where the next line starts, if a line ends at `offset`.
  private func lineEnd(at offset: Int) -> Int? {
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case .lineFeed: return offset + 1
    case .carriageReturn where offset + 1 == bytes.count: return offset + 1
    case .carriageReturn where bytes[offset + 1] == .lineFeed: return offset + 2
    default: return nil
    }
  }

  /// Goes to the line after the one in which the record starts that was read last: where a quote
  /// is open, what follows it may be whole records.
  mutating func skipLine() {
    let end = bytes[record.start...].firstIndex(of: .lineFeed)
    position = end.map { $0 + 1 } ?? bytes.count
    line = record.line + 1
  }

  /// An error at a byte of this file.
  func error(_ message: String, at offset: Int) -> DataFileError {
    // Counting lines from the file's start would take quadratic time where many rows are bad.
    let isInRecord = offset >= record.start
    return DataFileError(
      message, path: path, bytes: bytes, offset: min(offset, bytes.count),
      from: isInRecord ? record : (0, 1))
  }
}

extension UInt8 {
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}
