extension Layer {
  /// Gives each parameter the tensor of its name.
  ///
  /// - Parameter ignoringOthers: whether the file may hold tensors that are not parameters of this
  ///   layer.
  /// - Throws: ``ModelFileError`` when a tensor is missing, has another shape than the parameter,
  ///   or belongs to none. No parameter is changed then.
  public func load(_ weights: SafeTensors, ignoringOthers: Bool = false) throws {
    let parameters = parameters
    let values = try parameters.map { parameter in
      let value = try weights.tensor(parameter.name)
      guard value.shape == parameter.variable.value.shape else {
        throw weights.failure(
          "the tensor \(parameter.name) has the shape \(value.shape), the parameter "
            + "\(parameter.variable.value.shape)")
      }
      return value
    }
    let known = Set(parameters.map(\.name))
    let others = weights.names.filter { !known.contains($0) }
    if !ignoringOthers && !others.isEmpty {
      throw weights.failure("there is no parameter for \(listed(others))")
    }
    for (parameter, value) in zip(parameters, values) { parameter.variable.value = value }
  }
}
