/// An update rule at work on the parameters of a model.
///
///     var optimizer = Optimizer(SGD(learningRate: 0.1, momentum: 0.9), for: model)
///     for batch in batches {
///       gradients { meanSquaredError(model(batch.input), batch.targets).backward() }
///       optimizer.step()
///     }
public struct Optimizer<Rule: UpdateRule> {
  /// May be changed at any time, for instance its learning rate.
  public var rule: Rule
  /// What is changed.
  public let parameters: [Variable]
  private var states: [Rule.State]

  /// - Parameters:
  ///   - rule: how to change a parameter.
  ///   - parameters: each variable once.
  public init(_ rule: Rule, for parameters: [Variable]) {
    self.rule = rule
    self.parameters = parameters
    states = parameters.map { rule.initialState(for: $0.value) }
  }

  /// Works on all the parameters of a layer or model.
  public init(_ rule: Rule, for layer: some Layer) {
    self.init(rule, for: layer.parameters.map(\.variable))
  }

  /// Changes each parameter by its gradient and forgets the gradient, so that the next
  /// `backward()` starts from zero. A parameter without a gradient stays as it is, without
  /// decay, as in PyTorch. (There gradients stay until `zero_grad()`.)
  public mutating func step() {
    for index in parameters.indices {
      let parameter = parameters[index]
      guard let gradient = parameter.gradient else { continue }
      rule.update(&parameter.value, gradient: gradient, state: &states[index])
      parameter.gradient = nil
    }
  }

  /// A step with the learning rate, and the momentum if there is one, of a schedule; the rule
  /// keeps them.
  public mutating func step(_ setting: Schedule.Setting) {
    rule = rule.with(setting)
    step()
  }
}
