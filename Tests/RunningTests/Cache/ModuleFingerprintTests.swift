import Testing

@testable import Running

struct ModuleFingerprintTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write("interface", to: "Modules/Engine.swiftmodule")
    try folder.write("object", to: "Engine.build/Tensor.swift.o")
    try folder.write("object", to: "Engine.build/Folder/Layer.swift.o")
    try folder.write("c", to: "CKernels.build/pool.c.o")
    try folder.write("page", to: "Site.build/Page.swift.o")
    try folder.write("interface", to: "Modules/Site.swiftmodule")
  }

  private func fingerprint() throws -> String {
    try ModuleFingerprint(
      products: folder.url.path, modules: ["Engine", "CKernels"], memory: folder.path("memory")
    ).compute()
  }

  @Test(arguments: [
    "Modules/Engine.swiftmodule", "Engine.build/Tensor.swift.o",
    "Engine.build/Folder/Layer.swift.o", "CKernels.build/pool.c.o", "Engine.build/New.swift.o",
  ])
  func aChangeOfCodeChangesIt(file: String) throws {
    let before = try fingerprint()
    try folder.write("changed", to: file)
    #expect(try fingerprint() != before)
  }

  @Test(arguments: [
    "Site.build/Page.swift.o", "Modules/Site.swiftmodule", "lectern", "Engine.build/log.txt",
  ])
  func otherFilesDoNot(file: String) throws {
    let before = try fingerprint()
    try folder.write("changed", to: file)
    #expect(try fingerprint() == before)
  }

  @Test func whatWasWrittenAgainUnchangedIsTheSame() throws {
    let before = try fingerprint()
    try folder.write("object", to: "Engine.build/Tensor.swift.o")
    #expect(try fingerprint() == before)
  }

  @Test(arguments: ["", "nonsense", "a b c", "\u{0}\u{0}"])
  func damagedMemoryIsForgotten(text: String) throws {
    let before = try fingerprint()
    try folder.write(text, to: "memory")
    #expect(try fingerprint() == before)
  }

  @Test func missingModulesAreTheMachinesFault() {
    let empty = ModuleFingerprint(
      products: folder.path("nowhere"), modules: ["Engine"], memory: folder.path("memory"))
    #expect(throws: MissingTool.self) { try empty.compute() }
  }
}
