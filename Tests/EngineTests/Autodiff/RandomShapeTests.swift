import CKernels
import Foundation
import Testing

@testable import Engine

/// Every differentiable operation against finite differences, on shapes drawn from a fixed
/// stream, with broadcasting, repeated indices and masked rows.
@Suite struct RandomShapeTests {
  private static let trials = 6

  @Test(arguments: DifferentiableOperation.all.indices) func gradientsOn(operation index: Int) {
    let operation = DifferentiableOperation.all[index]
    for trial in 0..<Self.trials {
      var random = RandomGenerator(seed: 52).split(index).split(trial)
      var draw = Draw(random.split("operands"))
      let drawn = operation.draw(&draw)
      let comment = "\(operation.name), trial \(trial): \(drawn.inputs.map(\.shape))"
      GradientCheck.verify(
        drawn.inputs, using: &random, Comment(rawValue: comment), drawn.operation)
    }
  }

  /// Whoever adds an operation must add it to the list as well.
  @Test func noOperationIsMissing() throws {
    let checked = Set(DifferentiableOperation.all.map(\.name))
    let declared = try Self.declaredOperations()
    #expect(declared.count > 40)
    #expect(declared.subtracting(checked).isEmpty)
    #expect(checked.subtracting(declared).isEmpty)
  }

  /// The kernels have functions that no method leads to, if these are not as many.
  @Test func everyFunctionOfTheKernelsHasAName() throws {
    let text = try Self.sources("Sources/Engine/Autodiff").joined()
    let used = Set(text.matches(of: /map\((LECTERN_[A-Z0-9_]+)/).map { String($0.1) })
    // Negation has an operator, which the tensors' own leads to.
    #expect(used.count == Int(LECTERN_UNARY_COUNT.rawValue) - 1)
  }

  /// The names of the public methods and operators whose result is a variable. Layers and
  /// losses are made of these; they are compared with PyTorch. `detach` has no gradient.
  private static func declaredOperations() throws -> Set<String> {
    var names: Set<String> = []
    for text in try sources("Sources/Engine/Autodiff") + sources("Sources/Engine/Tensor") {
      let declaration = /public (?:static |prefix )*(?:func|var) `?([^\s(`:]+)`?([^{]*)\{/
      for match in text.matches(of: declaration)
      where !["callAsFunction", "detach"].contains(match.1) {
        let isOperation = match.2.contains("-> Variable ") || match.2.hasPrefix(": Variable ")
        if isOperation { names.insert(String(match.1)) }
      }
    }
    return names
  }

  private static func sources(_ folder: String) throws -> [String] {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let files = FileManager.default.enumerator(
      at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
    return try (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
      .map { try String(contentsOf: $0, encoding: .utf8) }
  }
}
