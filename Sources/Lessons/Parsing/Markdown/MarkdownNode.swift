import CMark

/// A node of a ``MarkdownTree``; not to be used after the tree is gone.
struct MarkdownNode {
  let pointer: OpaquePointer
  /// The file's lines before those that cmark was given.
  let linesBefore: Int

  var kind: cmark_node_type { cmark_node_get_type(pointer) }
  var firstChild: MarkdownNode? { node(cmark_node_first_child(pointer)) }
  var next: MarkdownNode? { node(cmark_node_next(pointer)) }
  var parent: MarkdownNode? { node(cmark_node_parent(pointer)) }

  var children: [MarkdownNode] {
    var nodes: [MarkdownNode] = []
    var node = firstChild
    while let current = node {
      nodes.append(current)
      node = current.next
    }
    return nodes
  }

  /// Exact for blocks. Of inlines the line is right only when no link definition stands before
  /// them in the paragraph, and the column only on a paragraph's first line.
  var start: SourcePosition {
    SourcePosition(
      line: linesBefore + max(1, Int(cmark_node_get_start_line(pointer))),
      column: max(1, Int(cmark_node_get_start_column(pointer))))
  }

  var endLine: Int { linesBefore + Int(cmark_node_get_end_line(pointer)) }

  var literal: String { string(cmark_node_get_literal(pointer)) }
  /// The words after the opening fence; empty for indented code.
  var fenceInfo: String { string(cmark_node_get_fence_info(pointer)) }
  var destination: String { string(cmark_node_get_url(pointer)) }
  var title: String { string(cmark_node_get_title(pointer)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  /// The first number of an ordered list; nil for bullets.
  var listStart: Int? {
    cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
      ? Int(cmark_node_get_list_start(pointer)) : nil
  }

  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

  private func node(_ pointer: OpaquePointer?) -> MarkdownNode? {
    pointer.map { MarkdownNode(pointer: $0, linesBefore: linesBefore) }
  }

  private func string(_ characters: UnsafePointer<CChar>?) -> String {
    characters.map { String(cString: $0) } ?? ""
  }
}

extension MarkdownNode {
  var isCode: Bool { kind == CMARK_NODE_CODE_BLOCK }
  /// Whether the block holds inlines.
  var isLeafOfText: Bool { kind == CMARK_NODE_PARAGRAPH || kind == CMARK_NODE_HEADING }
  var isBlock: Bool { cmark_node_get_type(pointer).rawValue <= CMARK_NODE_LAST_BLOCK.rawValue }
}
