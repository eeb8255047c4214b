/// Collects the columns or rows of a ``Table``; conditions and loops may stand among them.
@resultBuilder
public enum TableBuilder<Element> {
  public static func buildExpression(_ element: Element) -> [Element] { [element] }
  public static func buildBlock(_ parts: [Element]...) -> [Element] { parts.flatMap(\.self) }
  public static func buildOptional(_ part: [Element]?) -> [Element] { part ?? [] }
  public static func buildEither(first part: [Element]) -> [Element] { part }
  public static func buildEither(second part: [Element]) -> [Element] { part }
  public static func buildArray(_ parts: [[Element]]) -> [Element] { parts.flatMap(\.self) }
  public static func buildLimitedAvailability(_ part: [Element]) -> [Element] { part }
}
