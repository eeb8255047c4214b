import CMark

/// A document that libcmark has parsed; frees it at the end of its own life.
struct MarkdownTree: ~Copyable {
  /// Deeper documents are refused, so that code may walk blocks and inlines recursively.
  static let maximumDepth = 100

  let root: MarkdownNode

  /// - Parameter firstLine: the line of the file on which `text` begins.
  init(_ text: [UInt8], firstLine: Int = 1) {
    let parser = cmark_parser_new(CMARK_OPT_SOURCEPOS | CMARK_OPT_VALIDATE_UTF8)
    defer { cmark_parser_free(parser) }
    text.withUnsafeBytes { bytes in
      cmark_parser_feed(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let document = cmark_parser_finish(parser) else {
      fatalError("libcmark gave no document")
    }
    root = MarkdownNode(pointer: document, linesBefore: firstLine - 1)
  }

  deinit { cmark_node_free(root.pointer) }

  /// Visits every node before its children, without recursion: the tree may be of any depth.
  func walk(_ visit: (_ node: MarkdownNode, _ depth: Int) -> Void) {
    var node = root
    var depth = 0
    while true {
      visit(node, depth)
      if let child = node.firstChild {
        node = child
        depth += 1
        continue
      }
      while node.next == nil {
        guard let parent = node.parent, depth > 0 else { return }
        node = parent
        depth -= 1
      }
      guard depth > 0, let next = node.next else { return }
      node = next
    }
  }
}
