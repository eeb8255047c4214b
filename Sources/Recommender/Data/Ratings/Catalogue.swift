/// The users and items that ratings refer to by index. A data set and all parts split off from
/// it share one catalogue, so that an index means the same in each.
public struct Catalogue: Sendable, Equatable {
  /// The file's identifier of each user index.
  public let userIdentifiers: Identifiers
  /// The file's identifier of each item index.
  public let itemIdentifiers: Identifiers
  /// One for each item index.
  public let items: [Item]
  /// One for each user index; empty where the data set does not describe its users.
  public let people: [Person]

  /// Items that `items` does not describe get their identifier as title.
  init(
    userIdentifiers: Identifiers, itemIdentifiers: Identifiers, items: [Item]? = nil,
    people: [Person] = []
  ) {
    self.userIdentifiers = userIdentifiers
    self.itemIdentifiers = itemIdentifiers
    self.items = items ?? (0..<itemIdentifiers.count).map { Item(title: itemIdentifiers[$0]) }
    self.people = people
  }
}
