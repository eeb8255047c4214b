/// The lesson that `lectern new` writes. A test runs it.
struct LessonTemplate {
  var slug: String

  /// The words of the slug: `Matrix tricks`.
  private var title: String {
    let words = slug.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  var text: String {
    """
    ---
    title: \(title)
    summary: One sentence that says what the reader will be able to do.
    minutes: 5
    ---

    # \(title)

    Say what this lesson is about. A fence marked `swift` is a step: it runs, and what it
    writes stands in the `output` fence below it.

    ```swift id=first
    let ratings: [Double] = [4, 5, 3]
    ratings.reduce(0, +) / Double(ratings.count)
    ```

    ```output
    4.0
    ```

    ## Exercise

    Write the function `spread`: the largest rating less the smallest.

    ```swift exercise=spread
    func spread(_ values: [Double]) -> Double {
      0  // TODO: the largest less the smallest
    }
    ```

    ```text hint=spread
    An array has `max()` and `min()`. Both are optional, since an array may be empty.
    ```

    ```swift solution=spread
    func spread(_ values: [Double]) -> Double {
      (values.max() ?? 0) - (values.min() ?? 0)
    }
    ```

    ```swift check=spread
    expect(spread(ratings) == 2)
    expect(spread([]) == 0, "an empty list has no spread")
    ```

    """
  }
}
