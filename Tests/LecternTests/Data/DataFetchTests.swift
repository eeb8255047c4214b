import Foundation
import Testing

/// What `lectern data fetch` leaves behind, whatever comes from the network.
struct DataFetchTests {
  private let checkout: Checkout
  private var store: String { checkout.folder.path + "/store" }
  private var partial: String { store + "/.ml-latest-small.zip.part" }
  private let mark = UUID().uuidString

  init() throws { checkout = try Checkout() }

  private func fetch(_ arguments: String..., program: String? = nil) throws -> Checkout.Outcome {
    let call = ["data", "fetch"] + arguments
    let environment = ["LECTERN_DATA": store]
    guard let program else {
      return try checkout.start(call, environment: environment).wait()
    }
    // A program that calls lectern.
    let lectern = Products.folder.appending(path: "lectern").path
    return try checkout.start(
      program.split(separator: "|").map(String.init) + [lectern] + call,
      environment: environment, program: URL(fileURLWithPath: "/usr/bin/env")
    ).wait()
  }

  private func fetch(archive: String, way: String? = nil) throws -> Checkout.Outcome {
    try fetch(
      "ml-latest-small", "--from",
      DataPublisher.address(archive, way: way, mark: way == nil ? "" : mark))
  }

  /// All that is in the folder of sets, hidden files too.
  private var left: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: store).sorted()) ?? []
  }

  private func write(_ data: Data, to path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  @Test(arguments: ["whole", "zip64"])
  func aWholeSet(archive: String) throws {
    let outcome = try fetch(archive: archive)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("\n  let ratings = try MovieLens.latestSmall2018()\n"))
    #expect(outcome.output.contains("another edition than MovieLens.latestSmall (2016)"))
    #expect(left == ["ml-latest-small"])
    let files = try FileManager.default.contentsOfDirectory(atPath: store + "/ml-latest-small")
    #expect(files.sorted() == ["README.txt", "movies.csv", "ratings.csv"])
    let readme = try checkout.read("store/ml-latest-small/README.txt")
    #expect(readme == "Conditions\n")

    let again = try fetch(archive: archive)
    #expect(again.status == 0)
    #expect(again.output.contains("ml-latest-small is there already"))
    let list = try checkout.lectern("data", "list", environment: ["LECTERN_DATA": store])
    #expect(list.output.contains("where     \(store)/ml-latest-small\n"))
    #expect(list.output.contains("not here; get it with lectern data fetch ml-1m\n"))
  }

  @Test(arguments: [
    ("dots", "‘ml-latest-small/../../evil’, which lies outside of its folder"),
    ("absolute", "‘/etc/evil’, which has a path of its own"),
    ("drive", "‘C:evil’, which has a path of its own"),
    ("backslash", "‘a\\evil’, which is no name of a file"),
    ("link", "‘ml-latest-small/link’, which is a symbolic link"),
    ("device", "‘ml-latest-small/pipe’, which is neither a file nor a folder"),
    ("twice", "‘ml-latest-small/movies.csv’ twice"),
    ("encrypted", "‘ml-latest-small/ratings.csv’, which is encrypted"),
    ("many", "1004 entries, more than 1000"),
    ("bomb", "would unpack to more than 6.6 MB"),
    ("claims", "would unpack to more than 6.6 MB"),
    ("less", "ratings.csv in the archive is larger than the 1000 bytes that it claims"),
    ("more", "ratings.csv in the archive is damaged"),
    ("damaged", "ratings.csv in the archive is damaged"),
    ("lacking", "does not hold ml-latest-small/movies.csv"),
    ("cut", "the archive is cut short or is no zip file"),
    ("text", "the archive is cut short or is no zip file"),
    ("large", "has more than 2.0 MB"),
    ("other", "known 0123456789abcdef0123456789abcdef"),
    ("no-md5", ".zip.md5 holds no MD5"),
    ("nothing", "could not be downloaded"),
  ])
  func hostileArchivesLeaveNothing(archive: String, text: String) throws {
    let outcome = try fetch(archive: archive)
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains(text), "\(outcome.errors)")
    #expect(outcome.errors.components(separatedBy: "error: ").count == 2)
    #expect(outcome.errors.contains("nothing was kept"))
    #expect(left == [])
    #expect(!FileManager.default.fileExists(atPath: checkout.folder.path + "/evil"))
  }

  @Test func aCutDownloadGoesOn() throws {
    let half = try DataPublisher.bytes("whole").count / 2
    let outcome = try fetch(archive: "whole", way: "cut")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("call it again: it goes on after the 0.3 MB it has"))
    #expect(left == [".ml-latest-small.zip.part"])
    #expect(try fetch(archive: "whole", way: "cut").status == 0)
    #expect(try DataPublisher.beginnings(mark: mark) == [0, half])
    #expect(left == ["ml-latest-small"])
  }

  @Test func afterCtrlCItGoesOn() throws {
    let call = try checkout.start(
      [
        "data", "fetch", "ml-latest-small", "--from",
        DataPublisher.address("whole", way: "slow", mark: mark),
      ],
      environment: ["LECTERN_DATA": store])
    for _ in 0..<1500 where !FileManager.default.fileExists(atPath: partial) { usleep(20_000) }
    let busy = try fetch(archive: "whole")
    #expect(busy.status == 3)
    #expect(busy.errors.contains("another lectern data fetch is writing to \(store)"))
    call.send(SIGINT)
    let outcome = try call.wait()
    #expect(outcome.status == 130)
    #expect(outcome.errors.contains("stopped; what was finished is kept"))
    #expect(try fetch(archive: "whole", way: "plain").status == 0)
    #expect(left == ["ml-latest-small"])
  }

  /// What is left of an earlier call, and where the requests begin that make it whole.
  @Test(arguments: [
    ("half", "plain", [nil]), ("half", "whole", [nil, 0]), ("damaged", "plain", [nil, 0]),
    ("long", "plain", [nil, 0]), ("complete", "plain", []), ("empty", "plain", [0]),
  ])
  func partialFiles(kind: String, way: String, beginnings: [Int?]) throws {
    let whole = try DataPublisher.bytes("whole")
    let bytes =
      switch kind {
      case "half": whole.prefix(whole.count / 2)
      case "damaged": Data(count: whole.count / 2)
      case "long": whole + Data([0])
      case "complete": whole
      default: Data()
      }
    try write(bytes, to: partial)
    try write(Data("x".utf8), to: store + "/.ml-latest-small.unpacked/ratings.csv")
    let outcome = try fetch(archive: "whole", way: way)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(left == ["ml-latest-small"])
    // Nil: where the partial file ends; a server without ranges starts at 0 all the same.
    let asked = try DataPublisher.beginnings(mark: mark)
    #expect(asked == beginnings.map { $0 ?? bytes.count })
  }

  @Test(arguments: [("error", "503"), ("plain", "404")])
  func aServersRefusal(way: String, text: String) throws {
    let outcome = try fetch(archive: way == "error" ? "whole" : "nothing", way: way)
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("returned error: \(text)"))
    #expect(left == [])
  }

  /// A limit on the size of files, in units of 512 or 1024 bytes, acts as a full disk.
  @Test(arguments: [(100, ".ml-latest-small.zip.part"), (1600, "ratings.csv")])
  func aFullDisk(limit: Int, file: String) throws {
    let outcome = try fetch(
      "ml-latest-small", "--from", DataPublisher.address("whole"),
      program: "sh|-c|ulimit -f \(limit); exec \"$0\" \"$@\"")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("error: the disk is full: \(store)/."), "\(outcome.errors)")
    #expect(outcome.errors.contains("\(file) could not be written"))
    #expect(left == [])
  }

  @Test func aTerminalShowsProgress() throws {
    let outcome = try fetch(
      "ml-latest-small", "--from", DataPublisher.address("whole"),
      program: "python3|-c|import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("ml-latest-small: download 0."))
    #expect(outcome.output.contains("ml-latest-small: unpack ml-latest-small/"))
  }

  @Test(arguments: [
    ("ml-2m", 2, "did you mean ‘ml-1m’?"),
    ("jester", 2, "there are ml-latest-small, ml-100k, ml-1m, ml-25m"),
    ("netflix-prize", 2, "cannot be fetched: no longer published"),
  ])
  func namesThatCannotBeFetched(name: String, status: Int32, text: String) throws {
    let outcome = try fetch(name)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(text), "\(outcome.errors)")
    #expect(left == [])
  }

  @Test(arguments: [
    ("ml-100k", "0e33842e24a9c977be4e0107933c0723"), ("ml-1m", "c4d9eecfca2ab87c1945afe126590906"),
    ("ml-25m", "6b51fb2759a8657d3bfcbfc42b592ada"),
  ])
  func anotherArchiveIsNotTheSet(name: String, digest: String) throws {
    let outcome = try fetch(name, "--from", DataPublisher.address("whole"))
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("known \(digest)"))
    #expect(left == [])
  }

  @Test func aFolderThatCannotBeTheSet() throws {
    try write(Data(), to: store + "/ml-1m/ratings.dat")
    let outcome = try fetch("ml-1m")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("\(store)/ml-1m is there, but it lacks movies.dat"))
    let noFolder = try checkout.lectern(
      "data", "fetch", "ml-1m", environment: ["LECTERN_DATA": "/dev/null/x"])
    #expect(noFolder.status == 3)
    #expect(noFolder.errors.contains("the folder /dev/null/x cannot be made"))
    let noTool = try checkout.lectern(
      "data", "fetch", "ml-100k", environment: ["LECTERN_DATA": store, "PATH": "/nowhere"])
    #expect(noTool.status == 3)
    #expect(noTool.errors.contains("there is no unzip on the PATH"))
  }
}
