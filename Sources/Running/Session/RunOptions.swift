/// What of a lesson to run, and what may be taken from the cache.
public struct RunOptions: Sendable, Equatable {
  /// The last fence to run; nil runs all.
  public var until: String?
  /// Leave the first `slow` step and all after it out.
  public var isFast: Bool
  /// Also see that the exercises' checks reject the starters.
  public var judgesStarters: Bool
  /// Take the results of finished steps from the cache. They are written there in any case.
  public var readsCache: Bool

  public init(
    until: String? = nil, isFast: Bool = false, judgesStarters: Bool = true,
    readsCache: Bool = true
  ) {
    self.until = until
    self.isFast = isFast
    self.judgesStarters = judgesStarters
    self.readsCache = readsCache
  }
}
