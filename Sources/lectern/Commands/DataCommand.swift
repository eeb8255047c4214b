import ArgumentParser
import Foundation
import Recommender

struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Show the data sets that lessons can open.",
    discussion: """
      The default set is inside the program. Others are read from a folder that you name in a \
      lesson, for example MovieLens.ml100k(folder: "data/ml-100k"); their publisher does not \
      allow us to hand them on.
      """)

  func run() {
    for set in DataSet.all { print(set.description + "\n") }
  }
}
