import CKernels
import Engine

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ratings in a file that may be larger than the memory: a data set that a ``Trainer`` takes as it
/// does ``Ratings``.
///
///     try ratings.write(binary: "all.ratings")
///     let file = try RatingsFile("all.ratings")
///     let model = DotProduct(for: file, factors: 8, using: &random)
///     let trainer = Trainer(
///       model: model, training: file, loss: .meanSquaredError, optimizer: Adagrad(),
///       batchSize: 8192, random: random)
///
/// The file is mapped into memory (`mmap`), not read: of its rows about 32 MiB are held at a time,
/// however many there are. An epoch looks at them in a ``BlockOrder`` of blocks of 8192 rows and
/// windows of 128 blocks. ``SGD`` without momentum and decay, and ``Adagrad`` without decay, change
/// only the rows of the factors that a batch names.
///
/// Users and items are indices; identifiers and titles are not in the file, so keep the catalogue
/// of the ratings that it was made of. ``RatingsFileHeader`` is the layout of the bytes.
///
/// When another program shortens the file while it is read, the program stops with a message.
public final class RatingsFile {
  public let path: String
  let header: RatingsFileHeader
  private var rows: lectern_rating_rows
  /// How many rows lie in a block, and how many blocks are shuffled with each other.
  let blockLength: Int, blocksInWindow: Int

  /// Opens a file and reads it once through, to check it.
  ///
  /// - Throws: ``DataFileError`` when there is no such file, or it is no ratings file, of another
  ///   version, cut short, changed, or a row has a user or item that does not exist or a rating
  ///   that is not finite.
  public convenience init(_ path: String) throws {
    try self.init(path, blockLength: 8192, blocksInWindow: 128)
  }

  /// - Parameters:
  ///   - blockLength: how many rows lie in a block.
  ///   - blocksInWindow: how many blocks are shuffled with each other.
  init(_ path: String, blockLength: Int, blocksInWindow: Int) throws {
    let map = try MappedFile(path)
    do {
      header = try RatingsFileHeader(map.bytes)
    } catch {
      map.unmap()
      throw DataFileError(error.reason, path: path)
    }
    self.path = path
    (self.blockLength, self.blocksInWindow) = (blockLength, blocksInWindow)
    let pieces = map.count / Int(LECTERN_ROW_PIECE) + 1
    let touched = UnsafeMutablePointer<UInt8>.allocate(capacity: pieces)
    touched.initialize(repeating: 0, count: pieces)
    rows = lectern_rating_rows(
      file: map.start, file_bytes: map.count, rows_at: RatingsFileHeader.byteCount,
      row_bytes: header.rowByteCount, rows: header.count, users: UInt32(header.userCount),
      items: UInt32(header.itemCount), touched: touched, touched_count: 0)
    try checkRows()
  }

  deinit {
    munmap(rows.file, rows.file_bytes)
    rows.touched.deallocate()
  }

  /// How many ratings there are.
  public var count: Int { header.count }
  /// How many users there are, whether or not each has a rating here.
  public var userCount: Int { header.userCount }
  /// How many items there are, whether or not each has a rating here.
  public var itemCount: Int { header.itemCount }
  /// Whether the times of the ratings are known.
  public var hasTimestamps: Bool { header.hasTimestamps }

  private func checkRows() throws {
    var hash = RatingsFileHeader.hashStart
    var wrong = 0
    switch lectern_check_rating_rows(&rows, &hash, &wrong) {
    case LECTERN_ROW_WRONG: throw DataFileError(fault(ofRow: wrong), path: path)
    case LECTERN_ROWS_GONE: throw DataFileError(Self.gone, path: path)
    default: break
    }
    if header.checksum(afterRows: hash) != header.checksum {
      throw DataFileError(
        "its checksum does not fit: bytes were changed after it was written; write it again",
        path: path)
    }
  }

  static let gone = "the file became shorter, or unreadable, while it was read; write it again"

  /// What the rows at some positions hold. Stops the program when there is no such row, or the file
  /// has changed since it was opened.
  func columns(at positions: [Int], withTimes: Bool = false) -> Columns {
    for position in positions { checkIndex(position, "row", "rows", count: count) }
    var columns = Columns(count: positions.count, withTimes: withTimes && hasTimestamps)
    var wrong = 0
    let places = positions.map { Int64($0) }
    let result = columns.withPointers { users, items, values, times in
      lectern_read_rating_rows(&rows, places, places.count, users, items, values, times, &wrong)
    }
    switch result {
    case LECTERN_ROW_WRONG: stop("RatingsFile", "\(path): \(fault(ofRow: wrong))")
    case LECTERN_ROWS_GONE: stop("RatingsFile", "\(path): \(Self.gone)")
    default: return columns
    }
  }

  /// In words; the row may have been changed again since.
  private func fault(ofRow row: Int) -> String {
    "row \(row) has a user or item that does not exist, or a rating that is not finite; users are "
      + "0 to \(userCount - 1), items 0 to \(itemCount - 1)"
  }

  /// Some rows.
  struct Columns {
    var users: [Int32], items: [Int32], values: [Float]
    /// Empty where they are not known or not asked for.
    var times: [Int64]

    init(count: Int, withTimes: Bool) {
      users = .init(repeating: 0, count: count)
      items = users
      values = .init(repeating: 0, count: count)
      times = .init(repeating: 0, count: withTimes ? count : 0)
    }

    mutating func withPointers<Result>(
      _ body: (
        UnsafeMutablePointer<Int32>?, UnsafeMutablePointer<Int32>?, UnsafeMutablePointer<Float>?,
        UnsafeMutablePointer<Int64>?
      ) -> Result
    ) -> Result {
      users.withUnsafeMutableBufferPointer { users in
        items.withUnsafeMutableBufferPointer { items in
          values.withUnsafeMutableBufferPointer { values in
            times.withUnsafeMutableBufferPointer { times in
              body(
                users.baseAddress, items.baseAddress, values.baseAddress,
                times.isEmpty ? nil : times.baseAddress)
            }
          }
        }
      }
    }
  }
}
