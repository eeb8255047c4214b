import Display

extension Variable: Displayable, CustomStringConvertible {
  public var description: String { value.description }

  public var representations: Representations { value.representations }
}
