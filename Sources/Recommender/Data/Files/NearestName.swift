/// The known name closest to what was written, when it is close enough to be a slip.
///
/// - Returns: the first of the names with the smallest edit distance, letters' case ignored,
///   if that is at most a third of the longer name's length.
func nearestName(to written: String, among names: [String]) -> String? {
  var best: (name: String, distance: Int)?
  for name in names {
    let distance = editDistance(written.lowercased(), name.lowercased())
    guard 3 * distance <= max(written.count, name.count) else { continue }
    if best.map({ distance < $0.distance }) ?? true { best = (name, distance) }
  }
  return best?.name
}

/// How many letters must be put in, taken out or replaced (Levenshtein).
private func editDistance(_ left: String, _ right: String) -> Int {
  let left = Array(left.prefix(100)), right = Array(right.prefix(100))
  var row = Array(0...right.count)
  for (i, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in right.enumerated() {
      let replaced = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
    }
  }
  return row[right.count]
}
