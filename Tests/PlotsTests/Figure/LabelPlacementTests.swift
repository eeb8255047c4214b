import Testing

@testable import Plots

@Suite struct LabelPlacementTests {
  /// A place one unit wide.
  private func place(_ left: Double, tier: Int = 0) -> LabelPlacement.Candidate {
    LabelPlacement.Candidate(box: Rectangle(left: left, top: 0, width: 1, height: 1), tier: tier)
  }

  @Test func `each takes its best place where all can`() {
    let placement = LabelPlacement(candidates: [[place(0), place(5)], [place(2), place(7)]])
    #expect(placement.places == [place(0), place(2)])
  }

  @Test func `a taken place sends the next label to its second best`() {
    let placement = LabelPlacement(candidates: [[place(0)], [place(0.5), place(3)]])
    #expect(placement.places == [place(0), place(3)])
  }

  @Test func `the one with the least choice goes first when somebody would go without`() {
    let placement = LabelPlacement(candidates: [[place(0), place(5)], [place(0.5)]])
    #expect(placement.places == [place(5), place(0.5)])
  }

  @Test func `a place that bars fewer others is taken first`() {
    // The first place of the neediest would take one of the two that the others share.
    let shared = [place(0), place(2), place(4)]
    let placement = LabelPlacement(candidates: [shared, shared, shared, [place(2.5), place(9)]])
    #expect(placement.places == [place(0), place(2), place(4), place(9)])
  }

  @Test func `a near place is preferred to one that bars nobody`() {
    let placement = LabelPlacement(candidates: [
      [place(0), place(9, tier: 1)], [place(0), place(3), place(6)], [place(0.2), place(3)],
    ])
    #expect(placement.places[0] == place(0))
    #expect(!placement.places.contains(nil))
  }

  @Test func `no room is nil, not a cover`() {
    let placement = LabelPlacement(candidates: [[place(0)], [place(0)], []])
    #expect(placement.places == [place(0), nil, nil])
  }

  @Test(arguments: [(0, 1.0), (20, 1.0), (50, 2.0), (80, 3.0), (1_000, 3.0)])
  func `drawings grow with their labels, up to a point`(labels: Int, growth: Double) {
    #expect(LabelPlacement.growth(labels: labels) == growth)
  }
}
