/// Stops the program for a mistake in it, naming the operation.
///
/// Not `precondition`, whose message is lost in optimised builds.
func stop(_ operation: String, _ message: String) -> Never {
  fatalError("\(operation): \(message)")
}

/// Stops the program for an index that does not exist.
///
/// - Parameters:
///   - one: `row`, in the message "there is no row 9".
///   - all: `rows`, in "the rows are 0 to 8".
@inline(__always)
func checkIndex(_ index: Int, _ one: String, _ all: String, count: Int) {
  if index >= 0 && index < count { return }
  stopForIndex(index, one, all, count: count)
}

@inline(never)
private func stopForIndex(_ index: Int, _ one: String, _ all: String, count: Int) -> Never {
  let range = count == 0 ? "there are no \(all)" : "the \(all) are 0 to \(count - 1)"
  fatalError("there is no \(one) \(index): \(range)")
}

extension Ratings {
  func checkRow(_ row: Int) { checkIndex(row, "row", "rows", count: count) }
  func checkUser(_ user: Int) { checkIndex(user, "user", "users", count: userCount) }
  func checkItem(_ item: Int) { checkIndex(item, "item", "items", count: itemCount) }
}

/// Stops the program for a range that predictions cannot be squeezed into.
func checkRange(_ range: ClosedRange<Float>, of model: String) {
  if !(range.lowerBound < range.upperBound && (range.upperBound - range.lowerBound).isFinite) {
    stop(
      model,
      "the range of predictions is from \(range.lowerBound) to \(range.upperBound); it must be "
        + "finite and must not be empty")
  }
}
