import Display

/// How much of a validation part is about users or items that the training part does not know.
public struct ColdStart: Sendable, Equatable {
  /// Rows of the validation part.
  public let count: Int
  /// Rows whose user has no rating in the training part.
  public let unseenUsers: Int
  /// Rows whose item has none.
  public let unseenItems: Int
  /// Rows of which either is true.
  public let unseen: Int

  /// The share of rows with an unseen user or item, 0 to 1; NaN without rows.
  public var share: Double { Double(unseen) / Double(count) }
}

extension ColdStart: Displayable {
  public var representations: Representations {
    let rows = [
      ("user unseen", unseenUsers), ("item unseen", unseenItems), ("either", unseen),
      ("all", count),
    ]
    return Table(
      columns: [.rowHeader("rows"), "number", Table.Column("%", decimals: 1)],
      rows: rows.map { [$0.0, $0.1, 100 * Double($0.1) / Double(count)] }, limit: .none
    ).representations
  }
}

extension Split {
  /// How much of the validation part is about users or items without a rating in the training part.
  public var coldStart: ColdStart {
    let isUser = seenUsers, isItem = seenItems
    let rows = validation.values.indices
    return ColdStart(
      count: validation.count,
      unseenUsers: rows.count { !isUser[Int(validation.users[$0])] },
      unseenItems: rows.count { !isItem[Int(validation.items[$0])] },
      unseen: coldRows.count)
  }

  /// The rows of the validation part with a user or item that has no rating in the training part.
  ///
  ///     split.coldRows.ratingMetrics(of: model).root
  public var coldRows: Ratings { rows(isCold: true) }

  /// The rows of the validation part whose user and item both have ratings in the training part.
  public var warmRows: Ratings { rows(isCold: false) }

  private var seenUsers: [Bool] { training.userCounts.map { $0 > 0 } }
  private var seenItems: [Bool] { training.itemCounts.map { $0 > 0 } }

  private func rows(isCold: Bool) -> Ratings {
    let isUser = seenUsers, isItem = seenItems
    return validation.rows(
      at: validation.values.indices.filter {
        let isKnown = isUser[Int(validation.users[$0])] && isItem[Int(validation.items[$0])]
        return isKnown != isCold
      })
  }
}
