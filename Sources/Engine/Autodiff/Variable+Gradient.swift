extension Variable {
  /// The ``gradient``, where there must be one. Stops the program when there is none.
  public var requiredGradient: Tensor {
    guard let gradient else {
      stop(
        "requiredGradient",
        requiresGradient
          ? "there is no gradient: call backward() on a loss that was computed from this variable "
            + "inside recording { … }"
          : "this variable has no gradient, since its requiresGradient is false; is it frozen?")
    }
    return gradient
  }

  /// Gives the gradient and forgets it, so that the next ``backward()`` starts from zero. Stops the
  /// program when there is none.
  ///
  ///     weight.value -= 0.1 * weight.takeGradient()
  public func takeGradient() -> Tensor {
    defer { gradient = nil }
    return requiredGradient
  }
}
