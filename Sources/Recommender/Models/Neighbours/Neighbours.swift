import Display
import Engine

/// A user or item that is like another one.
public struct Neighbour: Sendable, Equatable {
  /// The user's or item's index.
  public let index: Int
  /// The item's title; the identifier of a user.
  public let title: String
  /// The cosine, -1 to 1.
  public let similarity: Double
  /// How many users have rated both items, or how many items both users have rated; nil where
  /// embeddings are compared.
  public let support: Int?
}

/// What is most like a user or item, the most similar first; of equals the lower index.
public struct Neighbours: Sendable, Equatable, RandomAccessCollection {
  /// What the neighbours are like: an item's title, a user's identifier.
  public let title: String
  private let entries: [Neighbour]

  /// - Parameters:
  ///   - index: of what the neighbours are like; it is not among them.
  ///   - candidates: index, similarity and support of each, in any order.
  init(
    _ count: Int, of index: Int, candidates: [(index: Int, similarity: Double, support: Int?)],
    title: (Int) -> String
  ) {
    if count < 0 { stop("similar", "cannot find \(count) neighbours") }
    let order = candidates.filter { $0.index != index }.sorted { left, right in
      left.similarity == right.similarity
        ? left.index < right.index : left.similarity > right.similarity
    }
    entries = order.prefix(count).map {
      Neighbour(
        index: $0.index, title: title($0.index), similarity: $0.similarity, support: $0.support)
    }
    self.title = title(index)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { entries.count }
  public subscript(position: Int) -> Neighbour {
    checkIndex(position, "neighbour", "neighbours", count: entries.count)
    return entries[position]
  }
}

extension Neighbours: Displayable {
  public var representations: Representations {
    let isCounted = entries.contains { $0.support != nil }
    let table = Table(entries, caption: "like \(title)", limit: .none) {
      Column(rowHeader: "title", \.title, maximumWidth: 50)
      Column("similarity", \.similarity, decimals: 3)
      if isCounted { Column("support", \.support) }
    }
    return table.representations
  }
}

extension Ratings {
  /// The items whose rows of an embedding point in the most similar direction.
  ///
  ///     ratings.similarItems(to: 31, in: model.itemFactors.weight.value, count: 10)
  ///
  /// - Parameters:
  ///   - item: an index.
  ///   - embedding: of shape `[items, width]`. A row of zeros has the similarity 0 to all others.
  ///   - count: how many, fewer when there are not as many.
  public func similarItems(to item: Int, in embedding: Tensor, count: Int) -> Neighbours {
    checkItem(item)
    let cosines = Self.cosines(item, embedding, rows: itemCount, "items")
    return Neighbours(count, of: item, candidates: cosines, title: title(of:))
  }

  /// The users whose rows of an embedding point in the most similar direction.
  ///
  /// - Parameters:
  ///   - user: an index.
  ///   - embedding: of shape `[users, width]`. A row of zeros has the similarity 0 to all others.
  ///   - count: how many, fewer when there are not as many.
  public func similarUsers(to user: Int, in embedding: Tensor, count: Int) -> Neighbours {
    checkUser(user)
    let cosines = Self.cosines(user, embedding, rows: userCount, "users")
    return Neighbours(count, of: user, candidates: cosines) {
      catalogue.userIdentifiers[$0]
    }
  }

  private static func cosines(
    _ index: Int, _ embedding: Tensor, rows: Int, _ what: String
  ) -> [(index: Int, similarity: Double, support: Int?)] {
    guard embedding.shape.count == 2, embedding.shape[0] == rows else {
      stop(
        "similar",
        "the embedding's shape is \(embedding.shape); [\(rows), width] is needed, a row "
          + "for each of the \(what)")
    }
    let width = embedding.shape[1]
    let scalars = embedding.scalars.map(Double.init)
    if let odd = scalars.firstIndex(where: { !$0.isFinite }) {
      stop("similar", "row \(odd / width) of the embedding has an element that is \(scalars[odd])")
    }
    func product(_ left: Int, _ right: Int) -> Double {
      (0..<width).reduce(0) { $0 + scalars[left * width + $1] * scalars[right * width + $1] }
    }
    let norms = (0..<rows).map { product($0, $0).squareRoot() }
    return (0..<rows).map { row in
      let norm = norms[index] * norms[row]
      return (row, norm == 0 ? 0 : product(index, row) / norm, nil)
    }
  }
}
