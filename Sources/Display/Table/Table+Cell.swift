extension Table {
  /// What is in one cell.
  public enum Cell: Sendable, Equatable {
    case missing
    case text(String)
    case integer(Int)
    /// A number and its shortest text, which depends on the type it had.
    case number(Double, shortest: String)
  }
}

extension Table.Cell {
  /// The cell for any value: nil is missing, integers and floating-point values are numbers,
  /// anything else is the text that `display` would show, on one line. Stops the program when the
  /// value is a function that was not called.
  public init(_ value: Any?) {
    switch value {
    case nil: self = .missing
    case let value as any TableValue: self = value.tableCell
    case let number as any BinaryInteger: self = .init(integer: number)
    case let number as any BinaryFloatingPoint: self = .init(number: number)
    case let value?: self = .init(other: value)
    }
  }

  /// A number; text when it is too large for an `Int`.
  init<Number: BinaryInteger>(integer number: Number) {
    self = Int(exactly: number).map { .integer($0) } ?? .text(String(number))
  }

  init<Number: BinaryFloatingPoint>(number: Number) {
    self = .number(Double(number), shortest: NumberFormat.shortest.text(of: number))
  }

  private init(other value: Any) {
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional {
      self.init(mirror.children.first?.value)
      return
    }
    let text = plainText(of: value).onOneLine
    if text == "(Function)" {
      fatalError("Table: a cell is a function of type \(type(of: value)); call it to get its value")
    }
    self = .text(text)
  }

  var isNumber: Bool {
    switch self {
    case .integer, .number: true
    case .missing, .text: false
    }
  }

  /// The cell's characters, nil where it is missing.
  func text(format: NumberFormat?) -> String? {
    switch self {
    case .missing: nil
    case .text(let text): text
    case .integer(let value): format?.text(of: Double(value)) ?? String(value)
    case .number(let value, let shortest): format?.text(of: value) ?? shortest
    }
  }
}
