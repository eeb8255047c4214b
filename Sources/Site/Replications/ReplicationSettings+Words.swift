import Display

extension ReplicationSettings {
  /// All settings in one line.
  var words: String {
    ([model.words] + (training.map { [$0.words] } ?? [])).joined(separator: "; ")
  }
}

extension ReplicationSettings.Split {
  var words: String {
    switch self {
    case .randomFifth: "a random fifth of the ratings held out"
    case .lastOfEachUser: "each user's last rating held out"
    }
  }
}

extension ReplicationModel {
  fileprivate var words: String {
    switch self {
    case .median: return "the median of the training ratings"
    case .dotProduct(let factors, let hasBiases, let range, let deviation, let cutAt):
      return "\(factors) factors, \(hasBiases ? "biases" : "no biases"), \(text(range)), "
        + start(deviation, cutAt)
    case .neural(
      let width, let layers, let hasBatchNorm, let dropout, let range, let deviation, let cut):
      return "embeddings \(width.map { "of \($0)" } ?? "by fastai's rule"), layers "
        + "\(list(layers)), \(hasBatchNorm ? "batch normalisation" : "no batch normalisation"), "
        + "dropout \(text(dropout)), \(text(range)), " + start(deviation, cut)
    case .transformer(
      let length, let width, let heads, let feedForward, let hidden, let dropout, let headDropout,
      let range, let reads):
      return "sequences of \(length), width \(width), \(heads) heads, feed-forward "
        + "\(feedForward), dropout \(text(dropout)), head \(list(hidden)) with dropout "
        + "\(text(headDropout)), \(text(range)), reads \(readWords(reads))"
    }
  }

  private func readWords(_ reads: [String]) -> String {
    let names = ["ratings": "earlier ratings", "userFeatures": "user features"]
    return (["items"] + reads.map { names[$0] ?? $0 }).joined(separator: ", ")
  }

  private func list(_ numbers: [Int]) -> String {
    numbers.map(String.init).joined(separator: "-")
  }

  private func text(_ range: [Double]?) -> String {
    guard let range, range.count == 2 else { return "no range" }
    return "range \(text(range[0]))…\(text(range[1]))"
  }

  private func text(_ number: Double) -> String { number.shortText }

  private func start(_ deviation: Double, _ cutAt: Double?) -> String {
    "embeddings start with deviation \(text(deviation))"
      + (cutAt.map { ", cut off at \(text($0))" } ?? "")
  }
}

extension ReplicationTraining {
  fileprivate var words: String {
    func text(_ number: Double) -> String { number.shortText }
    let stop = earlyStopping.map {
      ", best epoch of the mean absolute error kept, stopped after \($0.patience) epochs without "
        + "a gain of \(text($0.threshold))"
    }
    return "\(epochs) epochs, batches of \(batchSize), \(schedule.words) with peak \(text(peak)), "
      + "AdamW with decay \(text(weightDecay))\(exemption), "
      + "β₂ \(text(beta2)), ε \(text(epsilon))\(stop ?? "")"
  }
}

extension ReplicationTraining {
  private var exemption: String {
    decaysVectors ? "" : " (none of biases of layers and normalisations)"
  }
}

extension ReplicationTraining.Schedule {
  fileprivate var words: String {
    switch self {
    case .fastaiOneCycle: "fastai's one-cycle"
    case .pytorchOneCycle: "PyTorch's one-cycle"
    case .slantedTriangular: "slanted triangular rates"
    }
  }
}

extension Double {
  /// `5.5`, `100`, `1e-05`
  fileprivate var shortText: String {
    let text = NumberFormat.shortest.text(of: self)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
