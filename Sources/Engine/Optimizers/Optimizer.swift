/// An update rule at work on the parameters of a model.
///
///     var optimizer = Optimizer(SGD(learningRate: 0.1, momentum: 0.9), for: model)
///     for batch in batches {
///       recording { meanSquaredError(model(batch.input), batch.targets).backward() }
///       optimizer.step()
///     }
public struct Optimizer<Rule: UpdateRule> {
  /// May be changed at any time, for instance its learning rate.
  public var rule: Rule
  /// What is changed.
  public let parameters: [Variable]
  /// The parameters' names, or numbers where they have none.
  let names: [String]
  var states: [Rule.State]
  private let groups: [ParameterGroup<Rule>]
  /// The group of each parameter, nil for none.
  private let memberships: [Int?]

  /// - Parameters:
  ///   - rule: how to change a parameter.
  ///   - parameters: each variable once.
  public init(_ rule: Rule, for parameters: [Variable]) {
    self.rule = rule
    self.parameters = parameters
    names = parameters.indices.map { "parameter \($0)" }
    states = parameters.map { rule.initialState(for: $0.value) }
    groups = []
    memberships = parameters.map { _ in nil }
  }

  /// Works on all the parameters of a layer or model.
  ///
  /// - Parameter groups: parameters that are to have another rate or decay.
  public init(_ rule: Rule, for layer: some Layer, groups: [ParameterGroup<Rule>] = []) {
    let parameters = layer.parameters
    self.rule = rule
    self.parameters = parameters.map(\.variable)
    names = parameters.map(\.name)
    states = parameters.map { rule.initialState(for: $0.variable.value) }
    self.groups = groups
    memberships = parameters.map { parameter in
      groups.firstIndex { $0.contains(parameter.name) }
    }
    for (index, group) in groups.enumerated() where !memberships.contains(index) {
      stop(
        "Optimizer",
        "the group “\(group.name)” has no parameter; they are "
          + parameters.map(\.name).joined(separator: ", "))
    }
  }

  /// Changes each parameter by its gradient and forgets the gradient, so that the next
  /// `backward()` starts from zero. A parameter without a gradient stays as it is, without
  /// decay, as in PyTorch. (There gradients stay until `zero_grad()`.) What is infinite or not a
  /// number goes on into the parameters; see ``checkGradients()``.
  public mutating func step() {
    let rules = groups.map { $0.rule(from: rule) }
    for index in parameters.indices {
      let parameter = parameters[index]
      let rule = memberships[index].map { rules[$0] } ?? rule
      switch parameter.accumulated.take() {
      case nil: continue
      case .dense(let gradient):
        rule.update(&parameter.value, gradient: gradient, state: &states[index])
      case .rows(let gradient):
        rule.update(&parameter.value, rowGradient: gradient, state: &states[index])
      }
    }
  }

  /// A step with the learning rate, and the momentum if there is one, of a schedule; the rule
  /// keeps them.
  public mutating func step(_ setting: Schedule.Setting) {
    rule = rule.with(setting)
    step()
  }
}
