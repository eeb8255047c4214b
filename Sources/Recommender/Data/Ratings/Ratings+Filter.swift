extension Ratings {
  /// The rows that fulfil a condition, in their order.
  ///
  ///     ratings.filter { $0.rating >= 4 }
  ///
  /// The catalogue stays whole, as with every selection of rows: indices keep their meaning, and a
  /// model made for these ratings fits the whole. ``compacted()`` leaves out whoever has no rating
  /// any more.
  public func filter(_ isIncluded: (Rating) throws -> Bool) rethrows -> Ratings {
    rows(at: try values.indices.filter { try isIncluded(self[$0]) })
  }

  /// The rows of some users, given as indices; the catalogue stays whole.
  public func ratings(byUsers users: [Int]) -> Ratings {
    for user in users { checkUser(user) }
    let chosen = Set(users.map(Int32.init))
    return rows(at: values.indices.filter { chosen.contains(self.users[$0]) })
  }

  /// The rows of some items, given as indices; the catalogue stays whole.
  public func ratings(ofItems items: [Int]) -> Ratings {
    for item in items { checkItem(item) }
    let chosen = Set(items.map(Int32.init))
    return rows(at: values.indices.filter { chosen.contains(self.items[$0]) })
  }

  /// The rows whose users and items have at least so many rows left (a k-core).
  ///
  /// Leaving out an item takes ratings from its users, so both conditions are applied in turn until
  /// nothing changes: in the result both hold. The catalogue stays whole; see ``compacted()``.
  ///
  /// - Parameters:
  ///   - perUser: the fewest ratings that a user may have; 0 or 1 keeps every user.
  ///   - perItem: the fewest ratings that an item may have.
  public func withMinimum(ratingsPerUser perUser: Int = 0, perItem: Int = 0) -> Ratings {
    if min(perUser, perItem) < 0 {
      stop("withMinimum", "a user or item cannot have \(min(perUser, perItem)) ratings")
    }
    var kept = Array(values.indices)
    while true {
      var perUserNow = [Int](repeating: 0, count: userCount)
      var perItemNow = [Int](repeating: 0, count: itemCount)
      for row in kept {
        perUserNow[Int(users[row])] += 1
        perItemNow[Int(items[row])] += 1
      }
      let before = kept.count
      kept.removeAll {
        perUserNow[Int(users[$0])] < perUser || perItemNow[Int(items[$0])] < perItem
      }
      if kept.count == before { return rows(at: kept) }
    }
  }

  /// Of each user's ratings of the same item only the last in time; of equal times, or where times
  /// are not known, the last row. The rows stay in their order.
  public func withoutRepeats() -> Ratings {
    var last: [Int64: Int] = [:]
    for row in values.indices {
      let pair = Int64(users[row]) << 32 | Int64(items[row])
      if let earlier = last[pair], !timestamps.isEmpty, timestamps[earlier] > timestamps[row] {
        continue
      }
      last[pair] = row
    }
    return last.count == count ? self : rows(at: last.values.sorted())
  }

  /// The same ratings with a catalogue of only the users and items that occur in them.
  ///
  /// Indices change: they are again 0, 1, 2, … without gaps, in the order of the identifiers. A
  /// model made for the whole ratings does not fit these.
  public func compacted() -> Ratings {
    let (keptUsers, newUsers) = Self.renumbering(userCounts)
    let (keptItems, newItems) = Self.renumbering(itemCounts)
    let people = catalogue.people.isEmpty ? [] : keptUsers.map { catalogue.people[$0] }
    return Ratings(
      name: name,
      catalogue: Catalogue(
        userIdentifiers: catalogue.userIdentifiers.subset(keptUsers),
        itemIdentifiers: catalogue.itemIdentifiers.subset(keptItems),
        items: keptItems.map { catalogue.items[$0] }, people: people),
      users: users.map { newUsers[Int($0)] }, items: items.map { newItems[Int($0)] },
      values: values, timestamps: timestamps)
  }

  /// The indices with ratings, and for each index the new one, -1 for none.
  private static func renumbering(_ counts: [Int]) -> (kept: [Int], new: [Int32]) {
    let kept = counts.indices.filter { counts[$0] > 0 }
    var new = [Int32](repeating: -1, count: counts.count)
    for (position, index) in kept.enumerated() { new[index] = Int32(position) }
    return (kept, new)
  }
}
