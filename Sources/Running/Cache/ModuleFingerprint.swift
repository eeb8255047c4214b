import Foundation

/// Stands for the build of the modules that a step can import: their interfaces and their
/// code, and not the rest of the program. A change of the site's style reruns no lesson.
struct ModuleFingerprint {
  /// The folder with the build's products.
  var products: String
  var modules: [String]
  /// Digests by file, so that nothing is read twice.
  var memory: String

  func compute() throws -> String {
    let files = try self.files()
    let stamps = files.map { FileStamp(path: $0).description }.joined(separator: "\n")
    let stamp = Digest.of(stamps)
    if let saved = SealedFile.read(memory) {
      let parts = String(decoding: saved, as: UTF8.self).split(separator: " ")
      if parts.count == 2, parts[0] == stamp { return String(parts[1]) }
    }
    var digest = Digest()
    for file in files {
      digest.add(URL(fileURLWithPath: file).lastPathComponent)
      digest.add(Digest.ofFile(file) ?? "unreadable")
    }
    let fingerprint = digest.hexadecimal
    try? SealedFile.write(Data("\(stamp) \(fingerprint)".utf8), to: memory)
    return fingerprint
  }

  /// Modules and objects, sorted by name.
  private func files() throws -> [String] {
    var files: [String] = []
    for module in modules {
      let interface = "\(products)/Modules/\(module).swiftmodule"
      if FileManager.default.fileExists(atPath: interface) { files.append(interface) }
      let objects = "\(products)/\(module).build"
      let found = FileManager.default.enumerator(atPath: objects)?.compactMap { $0 as? String }
      files += (found ?? []).filter { $0.hasSuffix(".o") }.map { "\(objects)/\($0)" }
    }
    guard !files.isEmpty else {
      throw MissingTool(
        message: "the modules for lessons are not beside the program, in \(products)",
        advice: "run ./lectern build in the checkout, which builds them")
    }
    return files.sorted()
  }
}
