/// Refuses a layer's, an initializer's or a loss's settings that make no sense, where they are given
/// and by their names.
struct Settings {
  /// What is being set up: `LayerNorm`.
  let owner: String

  init(_ owner: String) { self.owner = owner }

  func atLeastOne(_ value: Int, _ name: String) {
    if value < 1 { refuse(name, value, "it must be at least 1") }
  }

  func notNegative(_ value: Int, _ name: String) {
    if value < 0 { refuse(name, value, "it must not be negative") }
  }

  func finite(_ value: Float, _ name: String) {
    if !value.isFinite { refuse(name, value, "it must be a finite number") }
  }

  /// 0 is allowed.
  func notNegative(_ value: Float, _ name: String) {
    if !(value >= 0 && value.isFinite) { refuse(name, value, "it must be finite and at least 0") }
  }

  func positive(_ value: Float, _ name: String) {
    if !(value > 0 && value.isFinite) { refuse(name, value, "it must be finite and above 0") }
  }

  func share(_ value: Float, _ name: String) {
    if !(0...1).contains(value) { refuse(name, value, "it must be in 0...1") }
  }

  /// Bounds that have finite numbers between them.
  func range(_ lower: Float, _ upper: Float, _ name: String) {
    if !(lower < upper && (upper - lower).isFinite) {
      refuse(name, "from \(lower) to \(upper)", "it must be finite and must not be empty")
    }
  }

  private func refuse(_ name: String, _ value: some CustomStringConvertible, _ rule: String) {
    stop(owner, "\(name) is \(value); \(rule)")
  }
}
