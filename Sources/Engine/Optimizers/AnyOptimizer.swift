/// What a ``Trainer`` asks of an ``Optimizer``, whatever its rule.
protocol AnyOptimizer {
  var parameters: [Variable] { get }
  /// As ``Layer/parameters`` gives them, in the parameters' order.
  var names: [String] { get }
  var anyRule: any UpdateRule { get }
  var gradientFault: GradientFault? { get }
  /// What the rule remembers of each parameter.
  var memories: [[(name: String, value: Tensor)]] { get }

  mutating func step()
  /// Gives the rule a learning rate, and a momentum if there is one.
  mutating func use(_ setting: Schedule.Setting)
  /// The same optimizer with other memories.
  ///
  /// - Throws: `MalformedFile` for memories of another rule.
  func with(memories: [[String: Tensor]]) throws -> Self
}

extension AnyOptimizer {
  var setting: Schedule.Setting {
    .init(learningRate: anyRule.learningRate, momentum: anyRule.momentum)
  }
}

extension Optimizer: AnyOptimizer {
  var anyRule: any UpdateRule { rule }

  var memories: [[(name: String, value: Tensor)]] { states.map(\.tensors) }

  mutating func use(_ setting: Schedule.Setting) { rule = rule.with(setting) }

  func with(memories: [[String: Tensor]]) throws -> Self {
    var result = self
    result.states = try zip(parameters, zip(names, memories)).map { parameter, memory in
      guard let state = Rule.State(memory.1, shape: parameter.value.shape) else {
        throw MalformedFile("it holds another optimizer's memory of \(memory.0)")
      }
      return state
    }
    return result
  }
}
