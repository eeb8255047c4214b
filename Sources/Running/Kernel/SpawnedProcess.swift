import Foundation

/// Starting programs with chosen descriptors, without a shell.
enum SpawnedProcess {
  /// Starts `executable` in a process group of its own.
  ///
  /// - Parameter descriptors: which of our descriptors becomes which of the child's.
  static func start(
    _ executable: String, _ arguments: [String], environment: [String: String],
    descriptors: [(ours: Int32, theirs: Int32)]
  ) throws -> pid_t {
    #if os(Linux)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // One of our descriptors may have the number that another gets in the child, so all are
    // first copied out of the way.
    let free: Int32 = 200
    for (index, pair) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, pair.ours, free + Int32(index))
    }
    for (index, pair) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, free + Int32(index), pair.theirs)
      posix_spawn_file_actions_addclose(&actions, free + Int32(index))
    }
    // Default reactions to all signals: what lectern ignores or catches is not the child's.
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))

    let argv = CStrings([executable] + arguments)
    let envp = CStrings(environment.map { "\($0)=\($1)" }.sorted())
    var process: pid_t = 0
    let code = posix_spawn(
      &process, executable, &actions, &attributes, argv.pointers, envp.pointers)
    guard code == 0 else { throw SystemFailure("cannot start \(executable)", code: code) }
    return process
  }
}

/// A null-terminated array of C strings that lives as long as this object.
private final class CStrings {
  var pointers: [UnsafeMutablePointer<CChar>?]

  init(_ strings: [String]) { pointers = strings.map { strdup($0) } + [nil] }

  deinit { for pointer in pointers { free(pointer) } }
}
