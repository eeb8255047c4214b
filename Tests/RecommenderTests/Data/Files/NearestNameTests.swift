import Testing

@testable import Recommender

struct NearestNameTests {
  @Test(arguments: [
    ("userID", "userId"), ("user_id", "userId"), ("movieid", "movieId"), ("ratings", "rating"),
    ("timestmap", "timestamp"),
  ])
  func slips(written: String, meant: String) {
    #expect(nearestName(to: written, among: ["userId", "movieId", "rating", "timestamp"]) == meant)
  }

  @Test(arguments: ["", "zip", "stars"])
  func otherWords(written: String) {
    #expect(nearestName(to: written, among: ["userId", "movieId", "rating"]) == nil)
  }
}
