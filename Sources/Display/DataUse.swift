/// Tells the runner that the step has opened a data file, so that a cached run is not taken for
/// one on other data, and so that the page can name what the figures rest on.
///
/// - Parameters:
///   - name: of the data set: `ml-latest-small`.
///   - path: of the file, or nil for data embedded in the program.
///   - sha256: of the embedded data, hexadecimal; the runner itself hashes files.
public func reportDataUse(name: String, path: String?, sha256: String?) {
  guard EventWriter.descriptor != nil else { return }
  var members: [(key: String, value: JSONValue)] = [
    ("event", .string("data")), ("name", .string(name)),
  ]
  if let path { members.append(("path", .string(path))) }
  if let sha256 { members.append(("sha256", .string(sha256))) }
  EventWriter.send(.object(members), inOrder: false)
}
