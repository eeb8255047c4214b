import Foundation
import Recommender
import Testing

@testable import lectern

/// `lectern bench ranking` on a split of a few rows.
final class RankingListsTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "ranking-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // Thirteen items; users 1 and 2 have seen one each, and want one or two.
    let seen = (101...113).map { "9,\($0),3" }
    try write((["1,101,5", "2,102,5"] + seen), "training")
    try write(["1,103,4", "2,104,2"], "validation")
    try write(["1,104,5", "1,105,4", "2,106,5"], "test")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func write(_ rows: [String], _ name: String) throws {
    let text = (["user,item,rating"] + rows).joined(separator: "\n")
    try Data(text.utf8).write(to: folder.appending(path: "\(name).csv"))
  }

  private func judge(
    _ lists: String, part: String = "test"
  ) throws -> RankingBenchmark.Result {
    let path = folder.appending(path: "lists.json").path
    try Data("{\"model\": \"M\", \"part\": \"\(part)\", \"lists\": \(lists)}".utf8)
      .write(to: URL(fileURLWithPath: path))
    return try RankingBenchmark.result(ofLists: path, on: RankingSplit(folder: folder.path))
  }

  private let last = "108, 109, 110, 111, 112, 113, 107"

  @Test func theEvaluatorJudgesByPlace() throws {
    // User 1 wants 104 and 105, at places 1 and 3; user 2 wants 106, at place 2.
    let result = try judge(
      """
      {"1": [104, 106, 105, \(last)], "2": [105, 106, 103, \(last)]}
      """)
    let first = (1 + 1 / log2(4.0)) / (1 + 1 / log2(3.0)), second = 1 / log2(3.0)
    #expect(abs(result.ndcg - (first + second) / 2) < 1e-12)
    #expect(result.users == 2)
    #expect(result.lower < result.ndcg && result.ndcg < result.upper)
  }

  @Test func validationKnowsTheTrainingPartAlone() throws {
    // 103 is seen in the test part's known rows, not here; user 2's rating of 2 is not wanted.
    let result = try judge(
      """
      {"1": [103, 104, 105, \(last)], "2": [104, 106, 103, \(last)]}
      """, part: "validation")
    #expect(result.ndcg == 1)
    #expect(result.users == 1)
  }

  @Test(arguments: [
    (#"{"1": [104], "2": [105]}"#, "has a list of 1 items, not 10"),
    (#"{"7": [104]}"#, "there is no user 7"), (#"{"1": [500]}"#, "there is no item 500"),
    (#"{"1": [104, 104]}"#, "repeats an item"), (#"{"1": [103]}"#, "has rated"),
    (#"[]"#, "holds no lists"),
  ])
  func listsThatDoNotFitAreRefused(lists: String, message: String) {
    let fault = #expect(throws: WrongCall.self) { try judge(lists) }
    #expect(fault?.message.contains(message) == true, "\(fault?.message ?? "")")
  }

  @Test func anUnknownPartIsRefused() {
    #expect(throws: WrongCall.self) { try judge("{}", part: "training") }
  }

  @Test func oursChoosesItsSettingsOnTheValidationPart() throws {
    struct Fixed: ItemScorer {
      var item: Int
      func scores(forUser user: Int) -> [Double] { (0..<13).map { $0 == item ? 1 : 0 } }
    }
    // Items are numbered from 0: 2 is 103, the one that is wanted in the validation part.
    let model = RankingModel(
      name: "fixed",
      candidates: [3, 2, 4].map { item in
        .init(settings: "\(item)") { _ in Fixed(item: item) }
      })
    let result = RankingBenchmark.result(of: model, on: try RankingSplit(folder: folder.path))
    #expect(result.settings == "2")
    #expect(result.part == "test")
  }
}
