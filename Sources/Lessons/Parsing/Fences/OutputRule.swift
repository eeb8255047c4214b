/// Which steps can have an expected output.
enum OutputRule {
  static func mistake(in step: Step) -> (message: String, advice: String)? {
    if let first = step.expected {
      return (
        "the step ‘\(step.id)’ has its output already",
        "the first is on line \(first.position.line)"
      )
    }
    switch step.role {
    case .shown:
      return ("a step with ‘no-run’ has no output", "leave out ‘no-run’, or show it as ‘text’")
    case .starter:
      return ("a starter is not run and has no output", "give the output to the solution")
    default:
      return nil
    }
  }
}
