/// Stops the program for a mistake in it, naming the operation.
///
/// Not `precondition`, whose message is lost in optimised builds.
func stop(_ operation: String, _ message: String) -> Never {
  fatalError("\(operation): \(message)")
}
