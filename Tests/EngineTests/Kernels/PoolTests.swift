import CKernels
import Testing

@testable import Engine

extension SameBitsTests {
  /// The pool that splits the work; here since it, too, changes the number of threads.
  @Suite struct PoolTests {
    private static func addOne(_ numbers: inout [Int32]) {
      numbers.withUnsafeMutableBufferPointer { buffer in
        lectern_parallel(
          buffer.count, 10,
          { context, begin, end in
            let numbers = context!.assumingMemoryBound(to: Int32.self)
            for index in begin..<end { numbers[index] += 1 }
          }, buffer.baseAddress)
      }
    }

    @Test(arguments: [1, 2, 3, 4, 16] as [Int32]) func everyPartIsDoneOnce(threads: Int32) {
      Configuration(kernels: "generic", threads: threads).run {
        for count in [0, 1, 9, 10, 11, 99, 1000] {
          var numbers = [Int32](repeating: 0, count: count)
          for _ in 0..<50 { Self.addOne(&numbers) }
          #expect(numbers == [Int32](repeating: 50, count: count))
        }
      }
    }

    @Test func stopsAndComesBack() {
      Configuration(kernels: "generic", threads: 3).run {
        lectern_pool_stop()
        lectern_pool_stop()
        for round in 1...20 {
          var numbers = [Int32](repeating: 0, count: 100)
          Self.addOne(&numbers)
          #expect(numbers == [Int32](repeating: 1, count: 100), "round \(round)")
          lectern_pool_stop()
        }
      }
    }

    @Test func severalThreadsMayUseItAtOnce() async {
      let results = await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<8 {
          group.addTask {
            var numbers = [Int32](repeating: 0, count: 1000)
            for _ in 0..<200 { Self.addOne(&numbers) }
            return numbers.allSatisfy { $0 == 200 }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(results == [Bool](repeating: true, count: 8))
    }
  }
}
