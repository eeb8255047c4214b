import Engine
import Foundation

/// Figures that PyTorch computed; the scripts in Tests/Reference write them.
enum ReferenceFile {
  private struct Record<Figures: Decodable>: Decodable {
    var figures: Figures
  }

  static func read<Figures: Decodable>(_ name: String, as: Figures.Type) throws -> Figures {
    let file = "Reference/\(name).json"
    let data = try Data(contentsOf: Bundle.module.bundleURL.appendingPathComponent(file))
    return try JSONDecoder().decode(Record<Figures>.self, from: data).figures
  }
}

/// A tensor as the figures' files hold it.
struct ReferenceTensor: Decodable {
  var shape: [Int]
  var scalars: [Float]

  var tensor: Tensor { Tensor(shape: shape, scalars: scalars) }
}

/// The error as it is. With `LECTERN_AGREEMENT` set, prints it for the table in
/// Tests/Reference/agreement.py.
func agreement<Number: BinaryFloatingPoint>(_ name: String, _ error: Number) -> Number {
  if ProcessInfo.processInfo.environment["LECTERN_AGREEMENT"] != nil {
    print("agreement:\(name):\(Double(error))")
  }
  return error
}

/// The largest difference, as a share of the larger of 1 and the expected value; infinite when
/// the shapes differ.
func largestError(_ tensor: Tensor?, _ expected: Tensor) -> Float {
  guard let tensor, tensor.shape == expected.shape else { return .infinity }
  return zip(tensor.scalars, expected.scalars).map { value, expected in
    let difference = (value - expected).magnitude / max(1, expected.magnitude)
    return difference.isNaN ? .infinity : difference
  }.max() ?? 0
}

/// The largest difference of an element, as a share of the expected one or of `floor`, whichever is
/// larger; infinite when the shapes differ.
func largestRelativeError(_ tensor: Tensor?, _ expected: Tensor, floor: Float) -> Float {
  guard let tensor, tensor.shape == expected.shape else { return .infinity }
  return zip(tensor.scalars, expected.scalars).map { value, expected in
    let error = (value - expected).magnitude / max(floor, expected.magnitude)
    return error.isNaN ? .infinity : error
  }.max() ?? 0
}
