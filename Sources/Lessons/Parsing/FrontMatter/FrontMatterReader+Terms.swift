import Yams

extension FrontMatterReader {
  /// `terms:`, a mapping from each term to the sentence that explains it.
  func terms(_ node: Node, problems: inout ProblemList) -> [Term] {
    guard let mapping = node.mapping else {
      problems.report(
        "‘terms’ must be a list of ‘term: explanation’ lines", at: position(node),
        advice: "write ‘terms: {embedding: A table whose rows are learned.}’")
      return []
    }
    var terms: [Term] = []
    for (key, value) in mapping {
      guard let term = term(key, value, problems: &problems) else { continue }
      if let same = terms.first(where: { $0.anchor == term.anchor }) {
        problems.report(
          "the term \(term.name.quoted) is given twice", at: term.position,
          length: term.name.utf8.count, advice: "line \(same.position.line) has it already")
      } else {
        terms.append(term)
      }
    }
    return terms
  }

  private func term(_ key: Node, _ value: Node, problems: inout ProblemList) -> Term? {
    let name = words(key) ?? ""
    guard !Anchors.words(of: name).isEmpty else {
      problems.report(
        "a term must be words", at: position(key), advice: "write ‘term: explanation’")
      return nil
    }
    guard let explanation = words(value) else {
      problems.report(
        "the term \(name.quoted) has no explanation", at: position(key),
        length: name.utf8.count,
        advice: "write one sentence behind it; a sentence with a colon goes in quotation marks")
      return nil
    }
    let content = ExplanationReader.read(explanation, at: position(value), problems: &problems)
    return Term(name: name, explanation: content, position: position(key))
  }

  /// The text of a scalar with single blanks; nil when there is none.
  private func words(_ node: Node) -> String? {
    guard let scalar = node.scalar, !isNull(node) else { return nil }
    let text = scalar.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.isEmpty ? nil : text
  }
}
