import Engine

extension Ratings {
  /// How far a function's predictions of these rows are off.
  ///
  ///     split.validation.ratingMetrics { pairs in blend(pairs) }
  ///
  /// The function is asked for at most 65 536 rows at a time. Stops the program when it does not
  /// give a finite number for each row.
  public func ratingMetrics(predicting predict: (UserItemPairs) -> Tensor) -> RatingMetrics {
    let step = 65_536
    var predictions: [Double] = []
    predictions.reserveCapacity(count)
    for start in stride(from: 0, to: count, by: step) {
      let rows = start..<min(start + step, count)
      let pairs = UserItemPairs(
        users: Indices(Array(users[rows])), items: Indices(Array(items[rows])))
      let part = predict(pairs)
      guard part.count == rows.count else {
        stop(
          "ratingMetrics",
          "\(rows.count) rows need a prediction each; the model gave the shape \(part.shape)")
      }
      predictions += part.scalars.map(Double.init)
    }
    if let odd = predictions.firstIndex(where: { !$0.isFinite }) {
      stop(
        "ratingMetrics",
        "the prediction for row \(odd) is \(predictions[odd]); a model that has diverged "
          + "gives such predictions")
    }
    return RatingMetrics(of: predictions, on: self)
  }

  /// How far a model's predictions of these rows are off.
  public func ratingMetrics(of model: some RatingPredictor) -> RatingMetrics {
    ratingMetrics { model($0) }
  }

  /// How far a trained model's predictions of these rows are off.
  public func ratingMetrics<Trained: Model>(of model: Trained) -> RatingMetrics
  where Trained.Input == UserItemPairs {
    ratingMetrics { model($0).value }
  }
}

extension Split {
  /// How far a model's predictions of the validation part are off.
  ///
  ///     split.ratingMetrics(of: model).root
  public func ratingMetrics(of model: some RatingPredictor) -> RatingMetrics {
    validation.ratingMetrics(of: model)
  }

  /// How far a trained model's predictions of the validation part are off.
  public func ratingMetrics<Trained: Model>(of model: Trained) -> RatingMetrics
  where Trained.Input == UserItemPairs {
    validation.ratingMetrics(of: model)
  }
}
