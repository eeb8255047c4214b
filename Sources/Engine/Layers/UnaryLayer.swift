/// A layer that maps one variable to one, so that layers can be put in a row.
public protocol UnaryLayer: Layer {
  func callAsFunction(_ input: Variable) -> Variable
}

extension Linear: UnaryLayer {}
