/// Matching of a sequence against a pattern with wildcards, in time bounded by the product of
/// both lengths.
enum Wildcards {
  /// - Parameters:
  ///   - count: how many elements the pattern has.
  ///   - length: how many the sequence has.
  ///   - isWildcard: whether the pattern's element stands for any run, an empty one included.
  ///   - advance: how many elements of the sequence the pattern's element takes at a place, or
  ///     nil when it does not match there.
  static func matches(
    count: Int, length: Int, isWildcard: (Int) -> Bool, advance: (Int, Int) -> Int?
  ) -> Bool {
    var element = 0
    var place = 0
    // Only the last wildcard has to be tried again: what matched before it matched as early as
    // it could, so a longer run there gains nothing.
    var retry: (element: Int, place: Int)?
    while place < length || element < count {
      if element < count, isWildcard(element) {
        element += 1
        retry = (element, place)
      } else if element < count, place < length, let step = advance(element, place) {
        element += 1
        place += step
      } else if let last = retry, last.place < length {
        retry = (last.element, last.place + 1)
        (element, place) = (last.element, last.place + 1)
      } else {
        return false
      }
    }
    return true
  }
}
