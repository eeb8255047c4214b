extension WorksheetError {
  /// What the Solver refuses.
  var solverText: String {
    switch self {
    case .unconnected(let goal, []):
      "there are no cells to change for \(goal): name them, such as changing: \"B2:B6\""
    case .unconnected(let goal, let changing):
      "\(goal) does not depend on \(Self.list(changing)): changing \(changing.pronoun) does "
        + "nothing to it. Look whether its formula refers to \(changing.pronoun), or to cells that do"
    case .goalAmongChanging(let goal):
      "\(goal) is the goal and also one of the cells to change: its formula would be lost. Name "
        + "only the cells that the formula depends on"
    case .formulaAmongChanging(let cell, let formula):
      "\(cell) is to be changed but holds the formula \(formula), which would be lost. Name the "
        + "cells that it refers to in its place, or replace it by its value: freeze(\"\(cell)\")"
    case .onlySteps(let goal, let changing, []):
      "\(goal) has no slope along \(Self.list(changing)): here only comparisons look at "
        + "\(changing.pronoun). Start from other values, or make the goal depend on "
        + "\(changing.pronoun) by arithmetic"
    case .onlySteps(let goal, let changing, let functions):
      "\(goal) has no slope along \(Self.list(changing)): through "
        + "\(functions.joined(separator: ", ")) it moves in steps, and between them it is constant. "
        + "Leave \(functions.count > 1 ? "these functions" : functions[0]) out of the goal"
    case .noBest(let goal, let isHighest, let reached):
      "\(goal) has no \(isHighest ? "highest" : "lowest") value: it "
        + "\(isHighest ? "rose" : "fell") to \(Solution.text(of: reached)) and went on. The cells "
        + "are as they were. Give them bounds, such as solver.keep(\"A1\", in: 0...10), or another "
        + "goal"
    case .boundsElsewhere(let cell):
      "\(cell) has bounds but is none of the cells to change. Name it among them, or keep another "
        + "cell in these bounds"
    case .setting(let name, let value, let allowed):
      "the Solver's \(name) is \(value); it must be \(allowed)"
    default: ""
    }
  }

  private static func list(_ ranges: [CellRange]) -> String {
    ranges.map(\.description).joined(separator: ", ")
  }
}

extension [CellRange] {
  fileprivate var pronoun: String { count == 1 && self[0].count == 1 ? "it" : "them" }
}
