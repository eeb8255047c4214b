import Foundation
import Lessons
import Testing

@testable import Site

@Suite struct ReplicationsPageTests {
  private let plain = "dot product", full = "dot product with biases, range and decay"
  private let network = "neural, one layer of 100"

  @Test func aRowHasTheTextsFigureAndBothMeans() {
    let page = ReplicationFixture.page([
      ReplicationFixture.run(plain, 0.8, seed: 1), ReplicationFixture.run(plain, 0.9, seed: 2),
      ReplicationFixture.run(plain, 0.7, who: "PyTorch 2.0"),
    ])
    #expect(page.contains("<th scope=\"col\">Lectern 1</th><th scope=\"col\">PyTorch 2.0</th>"))
    #expect(
      page.contains(
        "<th scope=\"row\">dot product</th><td class=\"number\">0.8820</td>"
          + "<td>0.8500 ± 0.0707 (2)</td><td>0.7000 (1)</td>"))
    #expect(page.contains("<code>\(ReplicationFixture.hash)</code>"))
  }

  @Test func runsOfOtherSettingsVersionsAndDataAreLeftOut() {
    var settings = Replication.all[0].settings
    settings.training?.epochs = 99
    let page = ReplicationFixture.page([
      ReplicationFixture.run(plain, 0.1, hash: String(repeating: "b", count: 64)),
      ReplicationFixture.run(plain, 0.2, who: "Lectern 0"),
      ReplicationFixture.run(plain, 0.3, settings: settings),
      ReplicationFixture.run(plain, 0.9),
    ])
    #expect(page.contains("<td>0.9000 (1)</td>"))
    #expect(page.contains("no table shows: 3."))
  }

  @Test(arguments: [
    (0.8, 0.9, "holds by 0.1000, in one run"),
    (0.9, 0.8, "does not hold: the other way by 0.1000, in one run"),
    (0.9, 0.9, "does not hold: the other way by 0.0000, in one run"),
  ])
  func orderingsComeFromTheMeans(better: Double, worse: Double, verdict: String) {
    let page = ReplicationFixture.page([
      ReplicationFixture.run(full, better), ReplicationFixture.run(plain, worse),
    ])
    #expect(
      page.contains(
        "<th scope=\"row\">mean squared error: \(full) &lt; dot product</th>"
          + "<td>\(verdict)</td><td>not run</td>"))
    // The third model was not run: its orderings are not there.
    #expect(!page.contains("&lt; \(network)"))
  }

  /// Means over all runs would say that this ordering does not hold: seed 3 is hard for one model
  /// and was not tried with the other.
  @Test func onlySeedsThatBothHaveAreCompared() throws {
    let verdict = try #require(
      OrderingVerdict(better: [1: 0.7, 2: 0.9, 3: 5], worse: [1: 1, 2: 0.8, 4: 0.1]))
    #expect(verdict.holds)
    #expect(verdict.seeds == 2)
    #expect(verdict.seedsThatAgree == 1)
    #expect(verdict.text == "holds by 0.1000, in 1 of 2 seeds")
    #expect(OrderingVerdict(better: [1: 1], worse: [2: 2]) == nil)
    let other = OrderingVerdict(better: [1: 3, 2: 3, 3: 1], worse: [1: 2, 2: 2, 3: 1.5])
    #expect(other?.text == "does not hold: the other way by 0.5000, in 2 of 3 seeds")
  }

  /// The median has one run; it counts beside each seed of the other model.
  @Test func aModelWithoutSeedsIsComparedWithEachSeed() {
    let model = "factorization, 120 factors"
    let page = ReplicationFixture.page([
      ReplicationFixture.run("median", 1, absoluteError: 0.9),
      ReplicationFixture.run(model, 1, seed: 2, absoluteError: 0.6),
      ReplicationFixture.run(model, 1, seed: 3, absoluteError: 1),
    ])
    #expect(page.contains("<td>holds by 0.1000, in 1 of 2 seeds</td>"))
  }

  @Test func epochsAreToldWhereTheyDiffer() {
    let model = "factorization, 120 factors"
    let page = ReplicationFixture.page([
      ReplicationFixture.run(plain, 0.8),
      ReplicationFixture.run(model, 0.8, seed: 1, epochs: 3),
      ReplicationFixture.run(model, 0.8, seed: 2, epochs: 30),
      ReplicationFixture.run(model, 0.8, who: "PyTorch 2.0", epochs: 7),
    ])
    #expect(page.contains("end a run: \(model), Lectern 3 to 30, PyTorch 7."))
  }

  @Test func aSetWithoutRunsSaysSo() {
    let page = ReplicationFixture.page([ReplicationFixture.run(plain, 0.8)])
    #expect(page.components(separatedBy: "There are no runs on this set").count == 3)
  }

  @Test func namesFromTheFileAreEscaped() {
    let page = ReplicationFixture.page([
      ReplicationFixture.run(plain, 0.8, who: "Lectern <b>&\"'</b>")
    ])
    #expect(page.contains("Lectern &lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;"))
    #expect(!page.contains("<b>"))
  }

  @Test func theSiteHasThePageOnlyWithResults() throws {
    let curriculum = Curriculum([])
    func paths(_ website: Website) -> [String] { website.commonFiles(curriculum).map(\.path) }
    func index(_ website: Website) -> String {
      String(decoding: website.commonFiles(curriculum)[0].bytes, as: UTF8.self)
    }
    let link = "<a href=\"replications.html\">"
    let without = Website(version: "1")
    #expect(!paths(without).contains("replications.html"))
    #expect(!index(without).contains(link))
    let with = Website(version: "1", replications: ReplicationResults())
    #expect(paths(with).contains("replications.html"))
    #expect(index(with).contains(link))
  }

  /// An ordering is only claimed where the text's own figures show it.
  @Test func theTextsFiguresShowTheOrderings() throws {
    for claim in ClaimedOrdering.all {
      let sets = try #require(Replication.all.first { $0.model == claim.better }).sets
      let figures = [claim.better, claim.worse].map { model in
        sets.compactMap { SourceFigure.find(model, on: $0, claim.metric)?.value }
      }
      #expect(figures.map(\.count) == [1, 1], "\(claim)")
      #expect(figures[0][0] < figures[1][0], "\(claim)")
    }
  }

  @Test func everyFigureBelongsToAModel() {
    for figure in SourceFigure.all {
      #expect(
        Replication.all.contains { $0.model == figure.model && $0.sets.contains(figure.set) },
        "\(figure.model), \(figure.set)")
    }
    #expect(Set(Replication.all.map(\.model)).count == Replication.all.count)
  }
}
