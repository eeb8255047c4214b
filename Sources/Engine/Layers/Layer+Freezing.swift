extension Layer {
  /// Freezes all parameters, or those below a name: they get no gradient and no decay, so training
  /// leaves them as they are.
  ///
  ///     model.freeze("body")        // body.weight, body.bias, body.layers.0.weight …
  ///     model.freeze("body.weight")
  ///
  /// Running figures, as of ``BatchNorm1d``, go on following the batches. (PyTorch:
  /// `requires_grad_(False)`.) Stops the program when no parameter has such a name.
  public func freeze(_ name: String? = nil) {
    freeze(matching(name, "freeze"))
  }

  /// Freezes the parameters with certain names, as ``parameters`` gives them.
  public func freeze(where isWanted: (_ name: String) -> Bool) {
    freeze(matching(isWanted, "freeze(where:)"))
  }

  /// Lets training change parameters again that were frozen: all, or those below a name. Stops the
  /// program when no parameter has such a name.
  public func unfreeze(_ name: String? = nil) {
    unfreeze(matching(name, "unfreeze"))
  }

  /// Lets training change the parameters with certain names again.
  public func unfreeze(where isWanted: (_ name: String) -> Bool) {
    unfreeze(matching(isWanted, "unfreeze(where:)"))
  }

  private func freeze(_ parameters: [NamedParameter]) {
    for variable in parameters.map(\.variable) where variable.requiresGradient {
      variable.requiresGradient = false
      variable.isFrozen = true
      variable.gradient = nil
    }
  }

  private func unfreeze(_ parameters: [NamedParameter]) {
    for variable in parameters.map(\.variable) where variable.isFrozen {
      variable.requiresGradient = true
    }
  }

  private func matching(_ name: String?, _ operation: String) -> [NamedParameter] {
    guard let name else { return parameters }
    return matching({ $0 == name || $0.hasPrefix(name + ".") }, operation, " “\(name)”")
  }

  private func matching(
    _ isWanted: (String) -> Bool, _ operation: String, _ what: String = " of that kind"
  ) -> [NamedParameter] {
    let parameters = parameters
    let found = parameters.filter { isWanted($0.name) }
    if found.isEmpty {
      stop(
        operation, "there is no parameter\(what); there are \(listed(parameters.map(\.name)))")
    }
    return found
  }
}
