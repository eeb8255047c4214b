/// Some of a model's parameters, and what is different about their update: their own learning
/// rate, or no decay.
///
///     Optimizer(
///       AdamW(weightDecay: 0.1), for: model,
///       groups: [
///         ParameterGroup("biases", where: { $0.hasSuffix("bias") }) { $0.weightDecay = 0 },
///         ParameterGroup("body", where: { $0.hasPrefix("body.") }) { $0.learningRate *= 0.1 },
///       ])
///
/// The change is made to the optimizer's rule of the moment, so a share of the learning rate, as
/// in the second, follows the ``Schedule``. (PyTorch's groups have numbers of their own instead,
/// and a scheduler changes each; fastai's discriminative learning rates are shares, too.)
public struct ParameterGroup<Rule: UpdateRule> {
  /// For messages.
  public let name: String
  let contains: (_ parameter: String) -> Bool
  let change: (_ rule: inout Rule) -> Void

  /// - Parameters:
  ///   - name: of the group.
  ///   - contains: whether the parameter of a name, as ``Layer/parameters`` gives it, is part of
  ///     the group. A parameter belongs to the first group that contains it.
  ///   - change: what is different about the rule.
  public init(
    _ name: String, where contains: @escaping (_ parameter: String) -> Bool,
    change: @escaping (_ rule: inout Rule) -> Void
  ) {
    self.name = name
    self.contains = contains
    self.change = change
  }

  /// The rule for the group's parameters.
  func rule(from rule: Rule) -> Rule {
    var rule = rule
    change(&rule)
    return rule
  }
}
