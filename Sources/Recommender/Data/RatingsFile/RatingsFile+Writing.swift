import CKernels
import Display

extension RatingsFile {
  /// Writes a ratings file row by row, so that the ratings need never be held all at once.
  ///
  ///     try RatingsFile.write(to: "all.ratings", userCount: 2, itemCount: 3) { rows in
  ///       try rows.append(Rating(user: 1, item: 2, value: 4.5))
  ///     }
  ///
  /// The file is written beside its place and renamed when it is whole; an error that `body` throws
  /// leaves everything as it was. Either all rows have times or none.
  ///
  /// - Parameters:
  ///   - path: of the file, which is replaced if there is one.
  ///   - userCount: how many users there are; each row's user is below it.
  ///   - itemCount: how many items there are; each row's item is below it.
  ///   - body: appends the rows.
  /// - Throws: ``DataFileError`` for a row that is wrong, or when the file cannot be written; what
  ///   `body` throws.
  public static func write(
    to path: String, userCount: Int, itemCount: Int,
    _ body: (inout RowWriter) throws -> Void
  ) throws {
    for (count, what) in [(userCount, "users"), (itemCount, "items")]
    where !(0...Int(Int32.max)).contains(count) {
      throw DataFileError("a ratings file cannot have \(count) \(what)", path: path)
    }
    do {
      try FileReplacement.write(to: path) { file in
        var writer = RowWriter(
          path: path,
          header: RatingsFileHeader(
            count: 0, userCount: userCount, itemCount: itemCount, hasTimestamps: false), file: file)
        try writer.begin()
        try body(&writer)
        try writer.finish()
      }
    } catch let fault as FileReplacement.Fault {
      throw DataFileError(fault, path: path)
    }
  }

  /// The same for the ratings of a sequence, which may be made as they are asked for.
  public static func write(
    _ ratings: some Sequence<Rating>, to path: String, userCount: Int, itemCount: Int
  ) throws {
    try write(to: path, userCount: userCount, itemCount: itemCount) { rows in
      for rating in ratings { try rows.append(rating) }
    }
  }

  /// Takes the rows of a file that is being written.
  public struct RowWriter {
    private static let bufferSize = 1 << 20
    private let path: String
    private var header: RatingsFileHeader
    private let file: FileReplacement.OpenFile
    private var buffer: [UInt8] = []
    private var hash = RatingsFileHeader.hashStart
    /// After it no row is taken: a part of those before it may be in the file, or none.
    private var failure: DataFileError?

    init(path: String, header: RatingsFileHeader, file: FileReplacement.OpenFile) {
      (self.path, self.header, self.file) = (path, header, file)
      buffer.reserveCapacity(Self.bufferSize + 32)
    }

    /// Adds a row. The first decides whether rows have times.
    ///
    /// - Throws: ``DataFileError`` for a user or item that does not exist, a rating that is not
    ///   finite, a time that is missing or one too many, or when the disk is full.
    public mutating func append(_ rating: Rating) throws {
      if let failure { throw failure }
      if header.count == 0 { header.hasTimestamps = rating.timestamp != nil }
      if let fault = fault(of: rating) {
        throw DataFileError("row \(header.count): \(fault)", path: path)
      }
      buffer.append(littleEndian: UInt32(truncatingIfNeeded: rating.user))
      buffer.append(littleEndian: UInt32(truncatingIfNeeded: rating.item))
      buffer.append(littleEndian: rating.value.bitPattern)
      if let time = rating.timestamp { buffer.append(littleEndian: time) }
      header.count += 1
      if buffer.count >= Self.bufferSize { try flush() }
    }

    private func fault(of rating: Rating) -> String? {
      if !(0..<header.userCount).contains(rating.user) {
        return "the user is \(rating.user), and there are \(header.userCount) users, from 0 on"
      }
      if !(0..<header.itemCount).contains(rating.item) {
        return "the item is \(rating.item), and there are \(header.itemCount) items, from 0 on"
      }
      if !rating.value.isFinite { return "the rating is \(rating.value); leave such rows out" }
      if (rating.timestamp != nil) != header.hasTimestamps {
        return header.hasTimestamps
          ? "it has no time, but the rows before it have one"
          : "it has a time, but the rows before it have none"
      }
      return nil
    }

    /// Room for the header, which is known in the end.
    mutating func begin() throws {
      try file.append([UInt8](repeating: 0, count: RatingsFileHeader.byteCount)[...])
    }

    mutating func finish() throws {
      if let failure { throw failure }
      try flush()
      header.checksum = header.checksum(afterRows: hash)
      try file.replaceStart(header.bytes[...])
    }

    private mutating func flush() throws {
      hash = lectern_hash_words(hash, buffer, buffer.count / 4)
      do {
        try file.append(buffer[...])
      } catch {
        let failure = DataFileError(error, path: path)
        self.failure = failure
        throw failure
      }
      buffer.removeAll(keepingCapacity: true)
    }
  }
}

extension DataFileError {
  fileprivate init(_ fault: FileReplacement.Fault, path: String) {
    self.init("this file cannot be written: \(fault.reason)", path: path)
  }
}

extension Ratings {
  /// Writes the ratings to a file that ``RatingsFile`` opens. It holds indices, not identifiers:
  /// keep the ``catalogue``.
  ///
  /// - Throws: ``DataFileError`` when the file cannot be written.
  public func write(binary path: String) throws {
    try RatingsFile.write(
      values.indices.lazy.map { self[$0] }, to: path, userCount: userCount, itemCount: itemCount)
  }
}
