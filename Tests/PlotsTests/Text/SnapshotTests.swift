import Plots
import Testing

/// What a reader sees, character by character.
@Suite struct SnapshotTests {
  @Test func `lines as text`() {
    let plot = Plot.lines(["training": [1.3, 0.9, 0.7, 0.6], "validation": [1.32, 1, 0.9, 0.85]])
      .titled("Error").axes(x: "epoch", y: "mean squared error")
    #expect(
      plot.text == """
        Error

        ● training   ○ validation
        mean squared error
        1.4 ┤
            │○⡀
            │⠈⠙⢕⡢⢄
        1.2 ┤   ⠈⠢⢍⠒⠤⡀
            │      ⠑⠢⣈⠑⠢⢄⡀
            │         ⠑⠤⡀⠈⠒⠤⣀
            │           ⠈⠒⢄⡀ ⠑⠢⢄⡀
        1.0 ┤              ⠈⠢⢄  ⠈○⠒⠤⠤⢄⣀⣀
            │                 ⠑⠢⡀       ⠉⠉⠑⠒⠒⠢⠤⠤⣀⣀⡀
            │                   ⠈●⠢⠤⣀             ⠈⠉⠉⠒○⠒⠒⠤⠤⠤⠤⠤⣀⣀⣀⣀⣀
            │                        ⠉⠑⠒⠤⢄⡀                        ⠉⠉⠉⠉⠉⠒⠒○
        0.8 ┤                             ⠈⠉⠒⠢⢄⣀
            │                                   ⠉⠑⠒⠤⣀⡀
            │                                        ⠈●⠑⠒⠒⠢⠤⠤⢄⣀⣀⡀
        0.6 ┤                                                   ⠈⠉⠉⠑⠒⠒⠢⠤⠤⢄●
            └┬───────────────────┬────────────────────┬───────────────────┬
             1                   2                    3                   4
                                         epoch
        """)
    #expect(
      plot.asciiText == """
        Error

        * training   o validation
        mean squared error
        1.4 +
            |oo
            |  ooo
        1.2 +    *oooo
            |       **ooo
            |         ***ooo
            |            ** oooo
        1.0 +              ***  ooooooo
            |                 **       oooooooooo
            |                   ****             ooooooooooooooo
            |                       *****                       ooooooooooo
        0.8 +                            ******
            |                                  *****
            |                                       ************
        0.6 +                                                   ***********
            ++-------------------+--------------------+-------------------+
             1                   2                    3                   4
                                         epoch
        """)
  }

  @Test func `scatter as text`() {
    let plot = Plot.scatter(x: [0, 1, 2], y: [0, 2, 1], labels: ["Casablanca", "Amélie", "Heat"])
      .axes(x: "first factor", y: "second factor")
    #expect(
      plot.text == """
        second factor
        2 ┤                               ● Amélie
          │
          │
          │
          │
          │
          │
          │
          │
          │
          │
        1 ┤                                                      Heat ●
          │
          │
          │
          │
          │
          │
          │
          │
          │
        0 ┤  ● Casablanca
          └──┬────────────────────────────┬───────────────────────────┬──
             0                            1                           2
                                    first factor
        """)
    #expect(
      plot.asciiText == """
        second factor
        2 +                               * Amelie
          |
          |
          |
          |
          |
          |
          |
          |
          |
          |
        1 +                                                      Heat *
          |
          |
          |
          |
          |
          |
          |
          |
          |
        0 +  * Casablanca
          +--+----------------------------+---------------------------+--
             0                            1                           2
                                    first factor
        """)
  }

  @Test func `bars as text`() {
    let plot = Plot.bars(["popularity": 0.943, "biases": 0.87]).axes(x: "error (stars)", y: "model")
    #expect(
      plot.text == """
        model → error (stars)
        popularity │█████████████████████████████████████████▌ 0.943
            biases │██████████████████████████████████████▎ 0.870
        """)
    #expect(
      plot.asciiText == """
        model -> error (stars)
        popularity |########################################## 0.943
            biases |###################################### 0.870
        """)
  }

  @Test func `histogram as text`() {
    let plot = Plot.histogram([0.5, 1, 1, 1.5, 2], width: 0.5, startingAt: 0.25).axes(
      x: "rating", y: "ratings")
    #expect(
      plot.text == """
        rating → ratings
        0.25 – 0.75 │██████████████████████ 1
        0.75 – 1.25 │████████████████████████████████████████████ 2
        1.25 – 1.75 │██████████████████████ 1
        1.75 – 2.25 │██████████████████████ 1
        """)
    #expect(
      plot.asciiText == """
        rating -> ratings
        0.25 - 0.75 |###################### 1
        0.75 - 1.25 |############################################ 2
        1.25 - 1.75 |###################### 1
        1.75 - 2.25 |###################### 1
        """)
  }
}
