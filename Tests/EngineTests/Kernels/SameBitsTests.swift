import CKernels
import Testing

@testable import Engine

/// Every kernel gives the same bits for each instruction set and number of threads. One test at
/// a time, since both are chosen for the whole process.
@Suite(.serialized) struct SameBitsTests {
  /// Around the width of the lanes, and enough that four threads share the work.
  static let sizes = [0, 1, 2, 15, 16, 17, 31, 33, 1000, 70_001]

  /// What `compute` gives under each configuration must be what it gives under the first.
  private func expectSameBits(
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation, _ compute: () -> [Tensor]
  ) {
    let reference = Configuration.all[0].run(compute).map(\.bits)
    for configuration in Configuration.all.dropFirst() {
      let bits = configuration.run(compute).map(\.bits)
      #expect(
        bits == reference, "\(name), \(configuration.testDescription)",
        sourceLocation: sourceLocation)
    }
  }

  @Test func severalConfigurationsAreCompared() {
    #expect(Configuration.all.count >= 3)
    #expect(Configuration(kernels: "generic", threads: 2).run { lectern_thread_count() } == 2)
    let name = Configuration(kernels: "generic", threads: 2).run { lectern_isa_name() }
    #expect(name.map { String(cString: $0) } == "generic")
    #expect(lectern_force_isa("sse9") == 0)
  }

  @Test(arguments: sizes) func functions(size: Int) {
    let x = Samples.wild(size, stream: 1)
    let upstream = Samples.normal([size], stream: 2)
    for operation in 0..<LECTERN_UNARY_COUNT.rawValue {
      let operation = lectern_unary_operation(operation)
      expectSameBits("function \(operation.rawValue)") {
        let y = x.map(operation, -1.5, 2.5)
        return [y, x.pullback(of: operation, result: y, upstream: upstream, -1.5, 2.5)]
      }
    }
  }

  @Test(arguments: sizes) func operators(size: Int) {
    let (a, b) = (Samples.wild(size, stream: 3), Samples.wild(size, stream: 4))
    expectSameBits("operators") {
      [
        a + b, a - b, a * b, a / b, .minimum(a, b), .maximum(a, b), a .< b, a .<= b, a .== b,
        .where(a .< b, a, b), a + 2, 3 / b,
      ]
    }
  }

  @Test func broadcasting() {
    let matrix = Samples.normal([300, 211], stream: 5)
    let (row, column) = (Samples.normal([211], stream: 6), Samples.normal([300, 1], stream: 7))
    let block = Samples.normal([3, 1, 300, 1], stream: 8)
    expectSameBits("broadcasting") {
      [matrix * row, column - matrix, matrix / block, row * column]
    }
  }

  @Test(arguments: sizes) func reductions(size: Int) {
    let x = Samples.normal([size], stream: 9, scale: 100)
    expectSameBits("sum of all") { [x.sum()] }
    if size > 0 { expectSameBits("extremes") { [x.max(), x.min()] } }
    for shape in [[size, 3], [3, size], [2, size, 5]] {
      let x = Samples.normal(shape, stream: 10, scale: 100)
      expectSameBits("sums \(shape)") { (0..<shape.count).map { x.sum(axis: $0) } }
    }
  }

  @Test func sumsOfManyRowsAndColumns() {
    let x = Samples.normal([1203, 517], stream: 11)
    expectSameBits("large sums") { [x.sum(axis: 0), x.sum(axis: 1), x.max(axis: 0)] }
  }

  @Test(arguments: [
    [1, 1, 1], [1, 50, 1], [5, 3, 7], [17, 16, 33], [64, 50, 1], [6, 257, 16], [130, 300, 70],
    [12, 513, 32], [9, 14_000, 20], [3, 0, 4], [0, 3, 4],
  ])
  func products(shape: [Int]) {
    let a = Samples.normal([shape[0], shape[1]], stream: 12)
    let b = Samples.normal([shape[1], shape[2]], stream: 13)
    let (aT, bT) = (a.transposed, b.transposed)
    expectSameBits("product \(shape)") {
      [
        a.matmul(b), aT.matmul(b, transposeLeft: true), a.matmul(bT, transposeRight: true),
        aT.matmul(bT, transposeLeft: true, transposeRight: true),
      ]
    }
  }

  @Test(arguments: [1, 5, 16, 50, 100]) func rows(width: Int) {
    let (a, b) = (
      Samples.normal([999, width], stream: 14), Samples.normal([999, width], stream: 15)
    )
    expectSameBits("rows of \(width)") {
      [a.dotRows(b), a.softmax(), a.logSoftmax()]
    }
  }

  @Test(arguments: sizes) func dropout(size: Int) {
    let x = Samples.wild(size, stream: 21)
    let random = RandomGenerator(seed: 22, stream: 23)
    expectSameBits("dropout") { [x.dropout(rate: 0.3, using: random)] }
  }

  @Test func images() {
    let x = Samples.normal([9, 3, 13, 11], stream: 24)
    let weight = Samples.normal([7, 3, 3, 4], stream: 25)
    expectSameBits("images") {
      let (images, kernel) = (Variable(x), Variable(weight))
      let result = gradients {
        images.convolve2d(kernel, stride: (2, 1), padding: (1, 2)).maxPool2d(size: (2, 3))
      }
      result.backward(.ones(result.value.shape))
      return [result.value, images.gradient!, kernel.gradient!]
    }
  }

  @Test func decompositions() {
    let x = Samples.normal([40, 9], stream: 26)
    expectSameBits("decompositions") {
      let (found, components) = (x.singularValueDecomposition(), x.principalComponents(count: 3))
      return [found.left, found.values, found.right, components.project(x)]
    }
  }

  @Test func lookups() {
    var random = RandomGenerator(seed: 16)
    let indices = Indices((0..<5000).map { _ in random.integer(below: 97) })
    let rows = Samples.normal([5000, 37], stream: 17)
    let table = Samples.normal([97, 37], stream: 18)
    expectSameBits("lookups") {
      var sums = table
      sums.scatterAdd(rows, at: indices)
      return [table.gather(rows: indices), sums]
    }
  }

  @Test(arguments: sizes) func updates(size: Int) {
    let start = Samples.normal([size], stream: 19)
    let gradient = Samples.normal([size], stream: 20)
    expectSameBits("updates") {
      var (p, m, v) = (start, start * 0.1, start * start)
      var (q, velocity) = (start, start * 0.5)
      var plain = start
      gradient.scalars.withUnsafeBufferPointer { g in
        guard let g = g.baseAddress else { return }
        p.withUnsafeMutableScalars { p in
          m.withUnsafeMutableScalars { m in
            v.withUnsafeMutableScalars { v in
              guard let p = p.baseAddress, let m = m.baseAddress, let v = v.baseAddress else {
                return
              }
              lectern_adamw_update(
                p, g, m, v, size,
                lectern_adamw_rates(
                  first_share: 0.1, second_share: 0.01, epsilon: 1e-5, decay: 0.001,
                  step_size: 0.0369, root_scale: 5.8))
            }
          }
        }
        q.withUnsafeMutableScalars { q in
          velocity.withUnsafeMutableScalars { velocity in
            guard let q = q.baseAddress, let velocity = velocity.baseAddress else { return }
            lectern_sgd_update(
              q, g, velocity, size,
              lectern_sgd_rates(
                learning_rate: 0.01, momentum: 0.9, friction: 0.1, weight_decay: 0.1, nesterov: 1))
          }
        }
        plain.withUnsafeMutableScalars { plain in
          guard let plain = plain.baseAddress else { return }
          lectern_sgd_update(
            plain, g, nil, size,
            lectern_sgd_rates(
              learning_rate: 0.01, momentum: 0, friction: 1, weight_decay: 0.1, nesterov: 0))
        }
      }
      return [p, m, v, q, velocity, plain]
    }
  }

  @Test(arguments: sizes) func rulesWithOneState(size: Int) {
    let start = Samples.normal([size], stream: 21)
    let gradient = Samples.normal([size], stream: 22)
    expectSameBits("rules") {
      [RMSProp(momentum: 0.9, weightDecay: 0.1), RMSProp()].map { rule in
        updated(start, gradient, rule)
      } + [updated(start, gradient, Adagrad(weightDecay: 0.1)), updated(start, gradient, Lion())]
    }
  }

  private func updated<Rule: UpdateRule>(
    _ start: Tensor, _ gradient: Tensor, _ rule: Rule
  ) -> Tensor {
    var (parameter, state) = (start, rule.initialState(for: start))
    for _ in 0..<3 { rule.update(&parameter, gradient: gradient, state: &state) }
    return parameter
  }

  @Test(arguments: sizes) func normsAndMeans(size: Int) {
    let x = Samples.normal([size], stream: 23)
    let y = Samples.normal([size], stream: 24)
    expectSameBits("norms and means") {
      var mean = x
      mean.withUnsafeMutableScalars { mean in
        y.withUnsafeScalars { lectern_follow(mean.baseAddress, $0.baseAddress, size, 0.3) }
      }
      let norm = x.squaredNorm
      return [
        mean, Tensor(x.largestMagnitude), Tensor(Float(norm)),
        Tensor(Float(norm - Double(Float(norm)))),
      ]
    }
  }
}
