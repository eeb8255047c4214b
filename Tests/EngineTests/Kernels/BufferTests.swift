import CKernels
import Testing

/// Memory of tensors: what was given back is found again.
struct BufferTests {
  @Test(
    "A buffer is large enough, by at most an eighth too large, and aligned",
    arguments: [
      1, 15, 16, 17, 100, 1000, 4096, 4097, 100_000, 1_048_576, 10_485_760,
    ])
  func sizes(count: Int) throws {
    var capacity = 0
    let buffer = try #require(lectern_buffer_take(count, &capacity))
    defer { lectern_buffer_give(buffer, capacity) }
    #expect(capacity >= count)
    #expect(capacity <= max(16, count + count / 8 + 2))
    #expect(Int(bitPattern: buffer) % 64 == 0)
    buffer[0] = 1
    buffer[count - 1] = 2
  }

  @Test("More than there is gives no memory", arguments: [1 << 44, 1 << 46, 1 << 52, Int.max])
  func tooMuch(count: Int) {
    var capacity = 0
    let before = lectern_buffers().used_bytes
    #expect(lectern_buffer_try(count, &capacity) == nil)
    #expect(lectern_buffers().used_bytes < before + 1 << 40)
  }

  @Test("What is given back is handed out again")
  func reuse() throws {
    // A size that no other test asks for.
    let count = 7_654_321
    var capacity = 0
    let first = try #require(lectern_buffer_take(count, &capacity))
    lectern_buffer_give(first, capacity)
    let second = lectern_buffer_take(count, &capacity)
    defer { lectern_buffer_give(second, capacity) }
    #expect(first == second)
  }
}
