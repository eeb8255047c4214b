/// The name closest to `name` by insertions, deletions, replacements and swaps of neighbours;
/// `nil` when none is near enough to be meant. The name itself is no suggestion.
func nearestName(to name: String, among candidates: [String]) -> String? {
  let limit = max(1, name.count / 3)
  let distances = candidates.filter { $0 != name }.map {
    (name: $0, distance: editDistance(name, $0))
  }
  let nearest = distances.min { $0.distance < $1.distance }
  return nearest.flatMap { $0.distance <= limit ? $0.name : nil }
}

/// Optimal string alignment distance.
private func editDistance(_ first: String, _ second: String) -> Int {
  let (a, b) = (Array(first.prefix(64)), Array(second))
  var rows = [Array(0...b.count)]
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var best = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        best = min(best, rows[i - 1][j - 1] + 1)
      }
      row.append(best)
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}
