import CKernels
import Running

// The kernel is this same program: lesson steps find the engine in it. It must not touch the
// command line's machinery, which may start threads.
if CommandLine.arguments.dropFirst() == ["kernel"] {
  Kernel.run(stopThreads: lectern_pool_stop)
}
LecternCommand.start()
