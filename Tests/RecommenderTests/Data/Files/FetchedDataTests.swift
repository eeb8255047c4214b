import Testing

@testable import Recommender

struct FetchedDataTests {
  @Test func aSetThatWasNotFetched() throws {
    let error = try #require(throws: DataFileError.self) {
      try FetchedData.folder(nil, set: "no-such-set", file: "u.data")
    }
    #expect(error.path == FetchedData.store + "/no-such-set/u.data")
    #expect(error.message.contains("no-such-set is not here; get it with lectern data fetch no-such-set"))
    #expect(try FetchedData.folder("mine", set: "no-such-set", file: "u.data") == "mine")
  }
}
