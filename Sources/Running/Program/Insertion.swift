/// Text to be put into a step's code. All edits are insertions, none holds a line break, so
/// the author's lines stay the author's lines.
struct Insertion: Equatable {
  /// Byte of the code before which the text goes.
  var offset: Int
  var text: String
}

extension [Insertion] {
  /// The code with all insertions made; those at one offset stand in the order given.
  func applied(to code: String) -> String {
    let bytes = Array<UInt8>(code.utf8)
    var result: [UInt8] = []
    var copied = 0
    for insertion in inOrder {
      result += bytes[copied..<insertion.offset]
      result += insertion.text.utf8
      copied = insertion.offset
    }
    result += bytes[copied...]
    return String(decoding: result, as: UTF8.self)
  }

  func placed(in code: CodeLines) -> [PlacedInsertion] {
    inOrder.map {
      PlacedInsertion(position: code.position(of: $0.offset), length: $0.text.utf8.count)
    }
  }

  private var inOrder: [Insertion] {
    // `sorted` keeps no promise about equal elements, so the index decides there.
    enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
      .map(\.element)
  }
}
