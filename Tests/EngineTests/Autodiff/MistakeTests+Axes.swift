@testable import Engine

extension MistakeTests {
  private static let cube = Tensor.zeros([2, 3, 4])
  private static var noBatch: TensorDataset<Tensor, Indices> {
    TensorDataset(inputs: .zeros([2, 3]), targets: [0, 1])
  }

  /// An axis that the shape has not, for every operation that takes one.
  static let axisMistakes: [Mistake] =
    onTensors.map { name, make in
      Mistake("\(name): the shape [2, 3, 4] has no axis 3") { make(cube, 3) }
    }
    + onTensors.prefix(1).map { name, make in
      Mistake("\(name): the shape [2, 3, 4] has no axis -4") { make(cube, -4) }
    }

  private static let onTensors: [(String, @Sendable (Tensor, Int) -> Void)] = [
    ("squeeze", { _ = $0.squeeze(axis: $1) }), ("flip", { _ = $0.flip(axis: $1) }),
    ("split", { _ = $0.split([1], axis: $1) }), ("split", { _ = $0.split(into: 1, axis: $1) }),
    ("gather(axis:)", { _ = $0.gather(axis: $1, [0]) }),
    ("logSumExp", { _ = $0.logSumExp(axis: $1) }), ("softmax", { _ = $0.softmax(axis: $1) }),
    ("logSoftmax", { _ = $0.logSoftmax(axis: $1) }), ("argsort", { _ = $0.argsort(axis: $1) }),
    ("sorted", { _ = $0.sorted(axis: $1) }), ("median", { _ = $0.median(axis: $1) }),
    ("argmin", { _ = $0.argmin(axis: $1) }), ("any", { _ = $0.any(axis: $1) }),
    ("all", { _ = $0.all(axis: $1) }), ("norm", { _ = $0.norm(axis: $1) }),
    ("variance", { _ = $0.standardDeviation(axis: $1) }),
    ("cumulativeSum", { _ = $0.cumulativeSum(axis: $1) }),
    ("softmax", { _ = Variable($0).softmax(axis: $1) }),
    ("logSumExp", { _ = Variable($0).logSumExp(axis: $1) }),
  ]

  /// Of ranges, tolerances, thresholds and positions.
  static let rangeMistakes: [Mistake] = [
    Mistake("Indices: 0..<2147483649 does not fit 32 bits") { _ = Indices(0..<2_147_483_649) },
    Mistake("Indices: -2147483649...0 does not fit 32 bits") { _ = Indices(-2_147_483_649...0) },
    Mistake("Tensor: the shape [-1, -1] has a negative length, -1") { _ = Tensor.identity(-1) },
    Mistake("median: there is no element; the shape is [0, 2]") {
      _ = Tensor.zeros([0, 2]).median()
    },
    Mistake("linspace: there are no 3 numbers from nan to 1.0") {
      _ = Tensor.linspace(from: .nan, through: 1, count: 3)
    },
    Mistake("range: there is no way from 0.0 to inf in steps of 1.0") {
      _ = Tensor.range(from: 0, to: .infinity, by: 1)
    },
    Mistake("isClose: the tolerances must be 0 or more; they are nan and 0.0") {
      _ = cube.isClose(to: cube, relative: .nan, absolute: 0)
    },
    Mistake("isClose: the tolerances must be 0 or more; they are 1e-05 and -1.0") {
      _ = cube.isClose(to: cube, absolute: -1)
    },
    Mistake("binaryAccuracy: the threshold must be a number, not NaN") {
      _ = Metric.binaryAccuracy(threshold: .nan)
    },
    Mistake("binaryErrorRate: the threshold must be a number, not NaN") {
      _ = Metric.binaryErrorRate(threshold: .nan)
    },
    Mistake("recall: the threshold must be a number, not NaN") {
      _ = Metric.recall(threshold: .nan)
    },
    Mistake("accuracy: classes: index 3 at position 1 is out of range 0..<3") {
      _ = Metric.accuracy(.zeros([2, 3]), [0, 3])
    },
    Mistake("accuracy: classes: index -100 at position 0 is out of range 0..<3") {
      _ = Metric.errorRate(.zeros([1, 3]), [-100])
    },
    Mistake("rows(at:): position 2 is out of range for the shape [2]") {
      _ = noBatch.targets.rows(at: [2])
    },
    Mistake("gather(rows:) from [2, 3]: index -1 at position 0 is out of range 0..<2") {
      _ = noBatch.batch(at: [-1])
    },
    Mistake("meanSquaredError: predictions [] and targets [1] must have the same shape; the target")
    {
      _ = gradient(at: 3) { meanSquaredError($0, [1]) }
    },
    Mistake("Schedule: step -1 is not one of the 5 steps of the run") {
      _ = Schedule.constant(1).setting(atStep: -1, of: 5)
    },
    Mistake("Callback.average: the first epoch must be at least 1; it is 0") {
      _ = Callback.average(WeightAverage(of: ValueWithGradientTests.Line(), .equal), from: 0)
    },
  ]
}
