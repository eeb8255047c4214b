#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where `lectern data fetch` keeps data sets.
package enum FetchedData {
  /// The folder of all sets: `LECTERN_DATA`, otherwise `lectern` in the user's folder for data.
  package static var store: String {
    if let folder = variable("LECTERN_DATA") { return folder }
    if let shared = variable("XDG_DATA_HOME") { return shared + "/lectern" }
    return (variable("HOME") ?? ".") + "/.local/share/lectern"
  }

  /// The folder of one set.
  ///
  /// - Parameters:
  ///   - folder: that the user has named; nil: where the set was fetched to.
  ///   - file: one that must be in it.
  /// - Throws: ``DataFileError`` that says what to do, unless the set is there.
  static func folder(_ folder: String?, set: String, file: String) throws -> String {
    if let folder { return folder }
    let fetched = "\(store)/\(set)"
    guard access("\(fetched)/\(file)", F_OK) == 0 else {
      throw DataFileError(
        "\(set) is not here; get it with lectern data fetch \(set); a copy of your own can lie "
          + "here, or its folder can be named with folder:", path: "\(fetched)/\(file)")
    }
    return fetched
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
