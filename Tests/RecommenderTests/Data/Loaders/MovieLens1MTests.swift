import Testing

@testable import Recommender

struct MovieLens1MTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.write("1::1193::5::978300760\n2::661::3::978302109\n", to: "ratings.dat")
    let movies = "661::James: \u{e9}t\u{e9} (1996)::Animation|Children's\n1193::Cuckoo::Drama\n"
    _ = try folder.write(movies.unicodeScalars.map { UInt8($0.value) }, to: "movies.dat")
    _ = try folder.write("1::F::1::10::48067\n2::M::56::16::70072\n", to: "users.dat")
  }

  @Test func wholeSet() throws {
    let ratings = try MovieLens.ml1m(folder: folder.path, published: nil)
    #expect(ratings.name == "ml-1m")
    #expect(ratings.items == [1, 0])
    #expect(ratings.values == [5, 3])
    #expect(
      ratings.catalogue.items == [
        Item(title: "James: été (1996)", genres: ["Animation", "Children's"]),
        Item(title: "Cuckoo", genres: ["Drama"]),
      ])
    #expect(ratings.catalogue.people[1].occupation == "self-employed")
    #expect(ratings.catalogue.people[0].age == 1)
  }

  @Test func anUnknownOccupation() throws {
    _ = try folder.write("1::F::1::21::48067\n", to: "users.dat")
    let error = try #require(throws: DataFileError.self) {
      try MovieLens.ml1m(folder: folder.path, published: nil)
    }
    #expect(error.message == "the occupation should be a number from 0 to 20")
    #expect(error.column == 10)
  }
}
