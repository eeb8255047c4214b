import Testing

@testable import Recommender

struct FetchedDataTests {
  @Test func aSetThatWasNotFetched() throws {
    let error = try #require(throws: DataFileError.self) {
      try FetchedData.folder(nil, set: "no-such-set", file: "u.data")
    }
    #expect(error.path == FetchedData.store + "/no-such-set/u.data")
    let advice = "no-such-set is not here; get it with lectern data fetch no-such-set"
    #expect(error.message.contains(advice))
    #expect(try FetchedData.folder("mine", set: "no-such-set", file: "u.data") == "mine")
  }
}
