import Display
import Testing

@testable import Recommender

struct RatingsDisplayTests {
  @Test func firstRows() {
    #expect(
      MovieLens.latestSmall.representations.plain == """
        ml-latest-small: 100,004 ratings by 671 users of 9,066 items; the first 5

        user  item  rating  title
        ────  ────  ──────  ──────────────────────────────────────────────
           0    30     2.5  Dangerous Minds (1995)
           0   833     3.0  Dumbo (1941)
           0   859     3.0  Sleepers (1996)
           0   906     2.0  Escape from New York (1981)
           0   931     4.0  Cinema Paradiso (Nuovo cinema Paradiso) (1989)
        """)
  }

  @Test func summary() {
    #expect(
      MovieLens.latestSmall.summary.representations.plain == """
        ml-latest-small

        figure                                    value
        ──────────────────────────────────  ───────────
        ratings                             100,004
        users                                   671
        items                                 9,066
        cells of the grid with a rating, %        1.64
        mean rating                               3.544
        ratings by the least active user         20
        ratings by the most active user       2,391
        """)
  }

  @Test func nothing() {
    let empty = MovieLens.latestSmall.rows(at: [])
    #expect(empty.representations.plain.contains("0 ratings"))
    #expect(empty.summary.representations.plain.contains("NaN"))
  }
}
