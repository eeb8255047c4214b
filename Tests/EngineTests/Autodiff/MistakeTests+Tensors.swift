@testable import Engine

extension MistakeTests {
  private static let cube = Tensor.zeros([2, 3, 4])
  private static let row: Tensor = [1, 2, 3]

  /// Of sizes, random numbers and what tensors can be asked for.
  static let tensorMistakes: [Mistake] = [
    Mistake("no memory for a tensor of shape [4503599627370496], 18014398509481984 bytes") {
      _ = Tensor.zeros([1 << 52])
    },
    Mistake("no memory for a tensor of shape [1099511627776, 1099511627776], 4.84e+24 bytes") {
      _ = Tensor.ones([1 << 40, 1 << 40])
    },
    Mistake("no memory for a tensor of shape [1099511627776]") {
      _ = Tensor([1]).broadcast(to: [1 << 40])
    },
    Mistake("no memory for a tensor of shape [1048576, 1048576, 1]") {
      let length = 1 << 20
      _ = Tensor.zeros([length, 1, 1]) + Tensor.zeros([length, 1])
    },
    Mistake("no memory for a tensor of shape [1099511627776, 3]") { _ = row.tile([1 << 40]) },
    Mistake("Tensor: the shape [2, -1] has a negative length, -1") { _ = Tensor.zeros([2, -1]) },
    Mistake("Tensor: the shape [0, -1] has a negative length, -1") {
      _ = Tensor.oneHot(Indices([Int]()), classes: -1)
    },
    Mistake("Indices: 2 values do not fill the shape [-1, -2]") {
      _ = Indices(shape: [-1, -2], values: [1, 2])
    },
    Mistake("reshape: [3] does not fit [-1, -3]: one length may be open, as -1") {
      _ = row.reshape([-1, -3])
    },
    Mistake("no memory for a tensor of shape [4398046511104, 4398046511104]") {
      _ = row.reshape([1 << 42, 1 << 42])
    },
    Mistake("uniform: the range -inf..<0.0 is not finite") {
      var random = RandomGenerator(seed: 1)
      _ = Tensor.uniform([2], in: -.infinity..<0, using: &random)
    },
    Mistake("uniform: the range 1.0..<1.0 is empty") {
      var random = RandomGenerator(seed: 1)
      _ = random.uniform(in: 1..<1)
    },
    Mistake("integer(in:): the range 1..<1 is empty") {
      var random = RandomGenerator(seed: 1)
      _ = random.integer(in: 1..<1)
    },
    Mistake("normal: the standard deviation must be 0 or more, not nan") {
      var random = RandomGenerator(seed: 1)
      _ = random.normal(standardDeviation: .nan)
    },
    Mistake("normal: numbers with the mean 0.0 and the standard deviation 3e+38 do not fit") {
      var random = RandomGenerator(seed: 1)
      _ = Tensor.normal([2], standardDeviation: 3e38, using: &random)
    },
    Mistake("truncatedNormal: numbers with the mean nan and the standard deviation 1.0") {
      var random = RandomGenerator(seed: 1)
      _ = random.truncatedNormal(mean: .nan, standardDeviation: 1, in: 0...1)
    },
    Mistake("permutation: there are no -1 numbers to put into order") {
      var random = RandomGenerator(seed: 1)
      _ = random.permutation(-1)
    },
    Mistake("subscript [0, 0]: does not fit the shape [2, 3, 4]") { _ = cube[0, 0] },
    Mistake("subscript [1]: does not fit the shape [2, 3, 4]; for a part of it give a range") {
      let element: Float = cube[1]
      _ = element
    },
    Mistake("subscript [0, 0, 0, 0]: does not fit the shape [2, 3, 4]") { _ = cube[0, 0, 0, 0] },
    Mistake("subscript: index 4 is out of range for axis 2 of the shape [2, 3, 4]") {
      _ = cube[0, 0, 4]
    },
    Mistake("subscript: index 1..<4 is out of range for axis 1 of the shape [2, 3, 4]") {
      _ = cube[0, 1..<4]
    },
    Mistake("subscript: index ...3 is out of range for axis 1 of the shape [2, 3, 4]") {
      _ = cube[0..., ...3]
    },
    Mistake("subscript: 4 indices for the shape [2, 3, 4]") { _ = cube[0, 0, 0, 0...] },
    Mistake("subscript: [3] does not fit the part of shape [4]") {
      var copy = cube
      copy[0, 1, 0...] = row
    },
    Mistake("squeeze: axis 1 of the shape [2, 3, 4] has length 3, not 1") {
      _ = cube.squeeze(axis: 1)
    },
    Mistake("unsqueeze: 5 is no place for an axis in the shape [2, 3, 4]") {
      _ = Variable(cube).unsqueeze(axis: 5)
    },
    Mistake("tile: [2] is no count of 0 or more for each axis of the shape [2, 3, 4]") {
      _ = cube.tile([2])
    },
    Mistake("is no width of 0 or more for each axis of the shape [3]") { _ = row.pad([(-1, 0)]) },
    Mistake("lowerTriangle: needs a matrix, the shape is [3]") { _ = row.lowerTriangle() },
    Mistake("split: [1, 1] does not fit axis 0 of the shape [3]") { _ = row.split([1, 1]) },
    Mistake("split: axis 0 of the shape [3] does not come apart into 2 equal parts") {
      _ = Variable(row).split(into: 2)
    },
    Mistake("gather(axis:): indices of shape [2] do not fit the shape [2, 3, 4]: all axes but 1") {
      _ = cube.gather(axis: 1, [0, 1])
    },
    Mistake("gather(axis:) from [3]: index 3 at position 1 is out of range 0..<3") {
      _ = row.gather(axis: 0, [0, 3])
    },
    Mistake("dot: needs two rows of the same length, got [3] and [2]") { _ = row.dot([1, 2]) },
    Mistake("outer: needs two rows of numbers, got shapes [3] and [1, 1]") {
      _ = row.outer([[1]])
    },
    Mistake("median: axis 0 of the shape [0] is empty") { _ = Tensor.zeros([0]).median(axis: 0) },
    Mistake("argmin: axis 1 of the shape [2, 0] is empty") {
      _ = Tensor.zeros([2, 0]).argmin(axis: 1)
    },
    Mistake("cumulativeSum: the shape [3] has no axis 1") {
      _ = Variable(row).cumulativeSum(axis: 1)
    },
    Mistake("elements(where:): the mask has shape [2], the tensor [3]") {
      _ = row.elements(where: [1, 0])
    },
    Mistake("range: there is no way from 0.0 to 1.0 in steps of 0.0") {
      _ = Tensor.range(from: 0, to: 1, by: 0)
    },
    Mistake("linspace: there are no -1 numbers from 0.0 to 1.0") {
      _ = Tensor.linspace(from: 0, through: 1, count: -1)
    },
    Mistake("-=: a variable that was given cannot be replaced by a result; change its value") {
      var weight = Variable(row)
      weight -= 0.1
      _ = weight
    },
    Mistake("+=: a variable that was given cannot be replaced by a result") {
      var weight = Variable(row)
      recording { weight += Variable(row) }
    },
  ]
}
