/// Finds places for labels such that no two cover each other, and as many as possible have one.
///
/// First each label in turn takes the best place that is left. Where that leaves one without a
/// place, the labels with the least choice choose first, and take what bars the others least;
/// the better of the two results counts. (After J. Christensen, J. Marks, S. Shieber, *An
/// empirical study of algorithms for point-feature label placement*, 1995, section 3.)
struct LabelPlacement {
  /// A place for one label.
  struct Candidate: Equatable {
    var box: Rectangle
    /// 0 right beside the point, more the farther away.
    var tier = 0
  }

  /// The places of each label where nothing is drawn, the best first.
  let candidates: [[Candidate]]

  /// The place of each label, nil for want of room.
  var places: [Candidate?] {
    let inTurn = chosenInTurn
    if !inTurn.contains(nil) { return inTurn }
    let byNeed = chosenByNeed
    return LabelPlacement.count(byNeed) > LabelPlacement.count(inTurn) ? byNeed : inTurn
  }

  private static func count(_ places: [Candidate?]) -> Int { places.count { $0 != nil } }

  private var chosenInTurn: [Candidate?] {
    var taken: [Rectangle] = []
    return candidates.map { own in
      let chosen = own.first { candidate in !taken.contains { $0.intersects(candidate.box) } }
      if let chosen { taken.append(chosen.box) }
      return chosen
    }
  }

  private var chosenByNeed: [Candidate?] {
    var places = [Candidate?](repeating: nil, count: candidates.count)
    var left = candidates
    // A label without any place left never becomes the neediest.
    while let neediest = left.indices.filter({ !left[$0].isEmpty })
      .min(by: { left[$0].count < left[$1].count })
    {
      let chosen = LabelPlacement.leastInTheWay(left[neediest], others: left, besides: neediest)
      places[neediest] = chosen
      left[neediest] = []
      for index in left.indices { left[index].removeAll { $0.box.intersects(chosen.box) } }
    }
    return places
  }

  /// Of the nearest candidates the one that takes the fewest places from other labels.
  private static func leastInTheWay(
    _ own: [Candidate], others: [[Candidate]], besides index: Int
  ) -> Candidate {
    let nearest = own.filter { $0.tier == own[0].tier }
    let costs = nearest.map { candidate in
      others.indices.reduce(0) { sum, other in
        other == index ? sum : sum + others[other].count { $0.box.intersects(candidate.box) }
      }
    }
    let best = nearest.indices.min { costs[$0] < costs[$1] } ?? 0
    return nearest[best]
  }
}

extension LabelPlacement {
  /// Up to so many labels a drawing has its usual size.
  private static let few = 20

  /// How many times as high as usual a drawing with many labels is, so that they find room.
  static func growth(labels: Int) -> Double {
    1 + Double(min(max(labels - few, 0), 60)) / 30
  }
}
