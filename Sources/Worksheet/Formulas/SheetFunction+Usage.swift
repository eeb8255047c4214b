extension SheetFunction {
  /// How one calls it; shown to an author who gave the wrong number of arguments.
  var usage: String { "\(rawValue)(\(parameters))" }

  /// Whether it can be called with so many arguments.
  func accepts(_ count: Int) -> Bool {
    let names = parameters.split(separator: ", ")
    let optional = names.filter { $0.hasPrefix("[") || $0 == "…" }.count
    let required = names.count - optional
    guard names.last == "…" else { return (required...names.count).contains(count) }
    // Ranges and conditions come in pairs.
    return (required...255).contains(count) && (!takesPairs || (count - required) % 2 == 0)
  }

  private var takesPairs: Bool {
    switch self {
    case .averageIfs, .countIfs, .maxIfs, .minIfs, .sumIfs: true
    default: false
    }
  }

  /// Its arguments: in brackets those that may be left out; at the end “…” where more may follow.
  private var parameters: String {
    switch self {
    case .abs, .acos, .asin, .atan, .exp, .int, .isEven, .isOdd, .ln, .log10, .sign, .sqrt,
      .tanh:
      "number"
    case .and, .or, .xor: "condition, …"
    case .averageIf: "range, condition, [range to average]"
    case .averageIfs: "range to average, range, condition, …"
    case .ceiling, .floor: "number, multiple"
    case .choose: "index, value, …"
    case .columns, .countBlank, .rows, .transpose: "range"
    case .concat, .concatenate: "text, …"
    case .correl, .covar, .covarianceP, .covarianceS, .pearson, .sumX2MY2, .sumX2PY2, .sumXMY2:
      "range, range of the same size"
    case .cos, .sin, .tan: "angle"
    case .countIf: "range, condition"
    case .countIfs: "range, condition, …"
    case .exact: "text, text"
    case .false, .na, .pi, .rand, .true: ""
    case .forecast: "x, range of y, range of x"
    case .hLookup: "value, table, row, [sorted]"
    case .normDist, .normalDist: "x, mean, standard deviation, cumulative"
    case .normSDist: "z, cumulative"
    case .normalSDist: "z"
    case .normInv, .normalInv: "share, mean, standard deviation"
    case .normSInv, .normalSInv: "share"
    case .vLookup: "value, table, column, [sorted]"
    case .if: "condition, value if true, [value if false]"
    case .ifError: "value, value if error"
    case .ifNA: "value, value if #N/A"
    case .index: "range, row, [column]"
    case .intercept, .rSq, .slope: "range of y, range of x"
    case .isBlank: "cell"
    case .isErr, .isError, .isLogical, .isNA, .isNonText, .isNumber, .isText: "value"
    case .large, .small: "range, place"
    case .left, .right: "text, [count]"
    case .len, .lower, .trim, .upper, .value: "text"
    case .log: "number, [base]"
    case .match: "value, range, [order]"
    case .maxIfs, .minIfs: "range, range, condition, …"
    case .mid: "text, start, count"
    case .mmult: "rows, columns"
    case .mod, .quotient: "number, divisor"
    case .not: "condition"
    case .percentile, .percentileInc: "range, share"
    case .power: "number, exponent"
    case .quartile, .quartileInc: "range, quarter"
    case .rank, .rankAvg, .rankEq: "number, range, [ascending]"
    case .round, .roundDown, .roundUp: "number, digits"
    case .standardize: "number, mean, standard deviation"
    case .sumIf: "range, condition, [range to sum]"
    case .sumIfs: "range to sum, range, condition, …"
    case .sumProduct: "range, [range of the same size], …"
    case .trunc: "number, [digits]"
    case .averageDeviation, .average, .count, .countA, .devSq, .geoMean, .harMean, .max,
      .median, .min, .mode, .modeSngl, .product, .stDev, .stDevPopulation, .stDevSample, .stDevP,
      .sum, .sumSq, .variance, .varPopulation, .varSample, .varP:
      "range, …"
    }
  }
}
