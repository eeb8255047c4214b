/// Which formulas need which cells.
struct DependencyGraph: Sendable {
  /// For each cell: the formulas that name it, alone or in a small range.
  private var users: [CellAddress: Set<CellAddress>] = [:]
  /// For each column of the sheet: the formulas that need many rows of it.
  private var columnUsers: [Int: [CellAddress: [ClosedRange<Int>]]] = [:]
  /// For each row: the formulas that need many columns of it.
  private var rowUsers: [Int: [CellAddress: [ClosedRange<Int>]]] = [:]
  private var precedents: [CellAddress: [CellRange]] = [:]

  /// Ranges up to this size are noted cell by cell, which is faster to look up.
  private static let smallRange = 64

  /// Notes that the formula in `cell` needs `ranges`, in place of what it needed before.
  mutating func setPrecedents(_ ranges: [CellRange], of cell: CellAddress) {
    for range in precedents[cell] ?? [] { removeUser(cell, of: range) }
    precedents[cell] = ranges.isEmpty ? nil : ranges
    for range in ranges { addUser(cell, of: range) }
  }

  private mutating func addUser(_ cell: CellAddress, of range: CellRange) {
    if range.count <= Self.smallRange {
      for address in range.addresses { users[address, default: []].insert(cell) }
    } else if range.rows.count < range.columns.count {
      for row in range.rows { rowUsers[row, default: [:]][cell, default: []].append(range.columns) }
    } else {
      for column in range.columns {
        columnUsers[column, default: [:]][cell, default: []].append(range.rows)
      }
    }
  }

  private mutating func removeUser(_ cell: CellAddress, of range: CellRange) {
    if range.count <= Self.smallRange {
      for address in range.addresses { users[address]?.remove(cell) }
    } else if range.rows.count < range.columns.count {
      for row in range.rows { rowUsers[row]?[cell] = nil }
    } else {
      for column in range.columns { columnUsers[column]?[cell] = nil }
    }
  }

  /// The formulas that need `cell`, in reading order.
  private func formulas(using cell: CellAddress) -> [CellAddress] {
    var formulas = users[cell] ?? []
    for (user, rows) in columnUsers[cell.column] ?? [:]
    where rows.contains(where: { $0.contains(cell.row) }) {
      formulas.insert(user)
    }
    for (user, columns) in rowUsers[cell.row] ?? [:]
    where columns.contains(where: { $0.contains(cell.column) }) {
      formulas.insert(user)
    }
    return formulas.sorted()
  }

  /// `changed` and all that depends on it, each cell after those that it needs.
  ///
  /// - Throws: ``WorksheetError/cycle(_:)``.
  func order(afterChanging changed: [CellAddress]) throws(WorksheetError) -> [CellAddress] {
    let affected = affected(by: changed)
    var waitingFor = [Int](repeating: 0, count: affected.cells.count)
    for users in affected.users { for user in users { waitingFor[user] += 1 } }
    var order = waitingFor.indices.filter { waitingFor[$0] == 0 }
    var done = 0
    while done < order.count {
      for user in affected.users[order[done]] {
        waitingFor[user] -= 1
        if waitingFor[user] == 0 { order.append(user) }
      }
      done += 1
    }
    guard order.count == affected.cells.count else {
      throw .cycle(cycle(among: waitingFor.indices.filter { waitingFor[$0] > 0 }, affected))
    }
    return order.map { affected.cells[$0] }
  }

  /// The part of this order that `goal` needs; empty if it depends on none of `changed`.
  func order(
    afterChanging changed: [CellAddress], toward goal: CellAddress
  ) throws(WorksheetError) -> [CellAddress] {
    let order = try order(afterChanging: changed)
    var needed: Set<CellAddress> = [goal]
    for cell in order.reversed() where !needed.contains(cell) {
      if formulas(using: cell).contains(where: needed.contains) { needed.insert(cell) }
    }
    return order.contains(goal) ? order.filter(needed.contains) : []
  }

  private typealias Affected = (cells: [CellAddress], users: [[Int]])

  /// All cells that follow from `changed`, and for each the places of the formulas that use it.
  private func affected(by changed: [CellAddress]) -> Affected {
    var cells: [CellAddress] = []
    var places: [CellAddress: Int] = [:]
    func place(of cell: CellAddress) -> Int {
      if let place = places[cell] { return place }
      places[cell] = cells.count
      cells.append(cell)
      return cells.count - 1
    }
    for cell in changed { _ = place(of: cell) }
    var users: [[Int]] = []
    while users.count < cells.count {
      users.append(formulas(using: cells[users.count]).map(place))
    }
    return (cells, users)
  }

  /// One cycle, from the cell that comes first in reading order: each cell needs the next.
  ///
  /// Every cell of `stuck` waits for another of them, so going from each to one that it waits
  /// for must come round.
  private func cycle(among stuck: [Int], _ affected: Affected) -> [CellAddress] {
    let isStuck = Set(stuck)
    var need: [Int: Int] = [:]
    for cell in stuck {
      for user in affected.users[cell] where isStuck.contains(user) && need[user] == nil {
        need[user] = cell
      }
    }
    var seen: [Int: Int] = [:]
    var path: [Int] = []
    var cell = stuck[0]
    while seen[cell] == nil {
      seen[cell] = path.count
      path.append(cell)
      cell = need[cell]!
    }
    let ring = path[seen[cell]!...].map { affected.cells[$0] }
    let start = ring.indices.min { ring[$0] < ring[$1] }!
    return Array(ring[start...] + ring[..<start]) + [ring[start]]
  }
}
