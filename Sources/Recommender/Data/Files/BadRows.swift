/// What to do with a row of a data file that cannot be read.
public enum BadRows: Sendable {
  /// Throw a ``DataFileError`` that names the row: nothing is read.
  case stop
  /// Leave the row out and count it; see ``Ratings/skippedRows``.
  case skip
}
