/// What every fence at the top level must keep to.
enum FenceRule {
  static func check(_ fence: Fence, problems: inout ProblemList) {
    if !fence.isClosed {
      problems.report(
        "the fence that opens here is never closed", line: fence.firstLine,
        advice: "end the block with a line of the same marks")
    }
    guard let word = fence.words.first else { return }
    // Replacing an indented block's bytes would have to indent them again.
    if FenceKind(fence) != .code, fence.isIndented {
      problems.report(
        "a fence of ‘\(word.name)’ must not be indented", at: fence.position, length: 3,
        advice: "begin it at the start of the line")
    }
    if let meant = FenceKind.misspelt(word) {
      problems.report(
        "\(word.text.quoted) is no word that Lectern knows", at: word.position,
        length: word.length, advice: "write ‘\(meant)’, a space, and the options")
    }
  }
}
