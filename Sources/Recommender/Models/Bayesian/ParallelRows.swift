import CKernels

/// Calls `body` with parts of 0..<count, on several threads at once.
///
/// Whoever calls this writes each row's result to a place of its own, so no bit depends on the parts.
func parallelRows(_ count: Int, grain: Int = 16, _ body: (Range<Int>) -> Void) {
  withoutActuallyEscaping(body) { body in
    var job = body
    withUnsafeMutablePointer(to: &job) { job in
      lectern_parallel(
        count, grain,
        { context, begin, end in
          context!.assumingMemoryBound(to: ((Range<Int>) -> Void).self).pointee(begin..<end)
        }, job)
    }
  }
}
