import Engine
import Testing

/// Windows over images, inside and at the edge, beside plain loops. The pixels are small whole
/// numbers, so that sums are exact and equal pixels are frequent.
@Suite struct ImageWindowsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var shape: [Int], size: (Int, Int), stride: (Int, Int), padding: (Int, Int)
    var testDescription: String { "\(shape), window \(size), stride \(stride), padding \(padding)" }
    var places: (Int, Int) {
      (
        (shape[2] + 2 * padding.0 - size.0) / stride.0 + 1,
        (shape[3] + 2 * padding.1 - size.1) / stride.1 + 1
      )
    }
    /// Row and column of each pixel under the window at `place`, nil in the padding.
    func pixels(at place: (Int, Int)) -> [(Int, Int)?] {
      (0..<size.0 * size.1).map { index in
        let row = place.0 * stride.0 + index / size.1 - padding.0
        let column = place.1 * stride.1 + index % size.1 - padding.1
        return (0..<shape[2]).contains(row) && (0..<shape[3]).contains(column)
          ? (row, column) : nil
      }
    }
  }

  static let cases = [
    Case(shape: [2, 3, 6, 8], size: (2, 2), stride: (2, 2), padding: (0, 0)),
    Case(shape: [2, 1, 7, 9], size: (3, 3), stride: (1, 1), padding: (1, 1)),
    Case(shape: [1, 2, 9, 7], size: (5, 5), stride: (1, 2), padding: (2, 2)),
    Case(shape: [3, 2, 8, 11], size: (4, 3), stride: (3, 3), padding: (2, 1)),
    Case(shape: [1, 1, 2, 2], size: (4, 4), stride: (1, 1), padding: (2, 2)),
    Case(shape: [2, 2, 5, 40], size: (1, 2), stride: (2, 1), padding: (0, 1)),
    Case(shape: [1, 1, 3, 33], size: (3, 7), stride: (1, 4), padding: (0, 3)),
  ]

  private func draw(_ shape: [Int], specials: Bool) -> Tensor {
    var random = RandomGenerator(seed: 5)
    let scalars = (0..<shape.reduce(1, *)).map { _ in
      let number = random.integer(below: 8)
      return specials && number == 7
        ? [Float.nan, -.infinity, .infinity][random.integer(below: 3)] : Float(number) - 3
    }
    return Tensor(shape: shape, scalars: scalars)
  }

  @Test(arguments: cases, [false, true])
  func largest(_ layout: Case, specials: Bool) {
    let images = draw(layout.shape, specials: specials)
    let (rows, columns) = layout.places
    var (values, slopes) = ([Float](), [Float](repeating: 0, count: images.count))
    let plane = layout.shape[2] * layout.shape[3]
    for channel in 0..<layout.shape[0] * layout.shape[1] {
      for place in 0..<rows * columns {
        let under = layout.pixels(at: (place / columns, place % columns)).compactMap {
          $0.map { channel * plane + $0.0 * layout.shape[3] + $0.1 }
        }
        let seen = under.map { images.scalars[$0] }
        let best = seen.contains { $0.isNaN } ? Float.nan : seen.max() ?? .nan
        values.append(best)
        let first = seen.firstIndex { best.isNaN ? $0.isNaN : $0 == best } ?? 0
        slopes[under[first]] += Float(place + 1)
      }
    }
    let input = Variable(images)
    let output = gradients {
      input.maxPool2d(size: layout.size, stride: layout.stride, padding: layout.padding)
    }
    #expect(output.value.scalars.map(\.bitPattern) == values.map(\.bitPattern))
    let upstream = (0..<values.count).map { Float($0 % (rows * columns) + 1) }
    output.backward(Tensor(shape: output.value.shape, scalars: upstream))
    #expect(input.gradient?.scalars == slopes)
  }

  @Test(arguments: cases)
  func convolution(_ layout: Case) {
    let images = draw(layout.shape, specials: false)
    let weight = draw([2, layout.shape[1], layout.size.0, layout.size.1], specials: false)
    let (rows, columns) = layout.places
    let (channels, window) = (layout.shape[1], layout.size.0 * layout.size.1)
    let plane = layout.shape[2] * layout.shape[3]
    var (values, slopes) = ([Float](), [Float](repeating: 0, count: images.count))
    for image in 0..<layout.shape[0] {
      for output in 0..<2 {
        for place in 0..<rows * columns {
          var sum: Float = 0
          let pixels = layout.pixels(at: (place / columns, place % columns))
          for channel in 0..<channels {
            for (index, pixel) in pixels.enumerated() {
              guard let (row, column) = pixel else { continue }
              let at = (image * channels + channel) * plane + row * layout.shape[3] + column
              let factor = weight.scalars[(output * channels + channel) * window + index]
              sum += images.scalars[at] * factor
              slopes[at] += factor
            }
          }
          values.append(sum)
        }
      }
    }
    let input = Variable(images)
    let output = gradients {
      input.convolve2d(Variable(weight), stride: layout.stride, padding: layout.padding)
    }
    #expect(output.value.scalars == values)
    output.backward(.ones(output.value.shape))
    #expect(input.gradient?.scalars == slopes)
  }

  @Test(arguments: [
    ([7], [0]), ([300, 70], [1, 0]), ([3, 70, 110], [0, 2, 1]), ([5, 20, 20, 8], [0, 3, 1, 2]),
    ([2, 40, 1, 300], [3, 1, 0, 2]), ([0, 4, 3], [2, 1, 0]), ([2, 3, 4, 5, 6], [4, 2, 0, 3, 1]),
  ])
  func orderOfAxes(shape: [Int], order: [Int]) {
    let count = shape.reduce(1, *)
    let tensor = Tensor(shape: shape, scalars: (0..<count).map { Float($0) })
    let turned = tensor.transpose(order)
    var expected: [Float] = []
    for place in 0..<count {
      var (rest, index) = (place, [Int](repeating: 0, count: shape.count))
      for axis in order.reversed() {
        index[axis] = rest % shape[axis]
        rest /= shape[axis]
      }
      expected.append(Float(zip(shape, index).reduce(0) { $0 * $1.0 + $1.1 }))
    }
    #expect(turned.shape == order.map { shape[$0] })
    #expect(turned.scalars == expected)
  }
}
