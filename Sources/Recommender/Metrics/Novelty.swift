import CKernels

/// How little known each item is: the self-information of its popularity, in bits.
///
///     novelty of i = −log₂(users who rated i / users),  of a list: the mean over its items
///
/// Both counts are of the training part, of users who rated anything there. An item that nobody has
/// rated counts as rated by one user, since its information would be infinite; an empty list has the
/// novelty 0. (T. Zhou et al., *Solving the apparent diversity-accuracy dilemma of recommender
/// systems*, 2010; S. Vargas and P. Castells, *Rank and relevance in novelty and diversity metrics
/// for recommender systems*, 2011, without its discount of later places.)
struct Novelty {
  private let bits: [Double]

  init(in ratings: Ratings) {
    let userCount = max(ratings.userCounts.count { $0 > 0 }, 1)
    let base = lectern_log_f64(2)
    bits = ratings.withoutRepeats().itemCounts.map {
      lectern_log_f64(Double(userCount) / Double(max($0, 1))) / base
    }
  }

  func mean(of items: [Int]) -> Double {
    items.isEmpty ? 0 : items.reduce(0) { $0 + bits[$1] } / Double(items.count)
  }
}
