/// Where the nodes of a graph are drawn: in layers, the result in the last, each node in the
/// layer before the first operation that it enters. (Sugiyama, Tagawa, Toda, "Methods for visual
/// understanding of hierarchical system structures", 1981.)
struct GraphLayers {
  /// A place in a layer: a node, or a point that a long edge goes through.
  struct Place {
    /// nil for a point of an edge.
    let node: Int?
    /// The places in the layer above that have an edge to this one.
    var sources: [Int] = []
  }

  private(set) var places: [Place] = []
  /// The places of each layer from left to right, the result's layer last.
  private(set) var layers: [[Int]] = []

  /// - Parameter shown: which nodes are drawn, operands before results.
  init(_ graph: ComputationGraph, shown: [Int]) {
    let heights = GraphLayers.heights(graph, shown)
    let highest = heights.values.max() ?? 0
    layers = [[Int]](repeating: [], count: highest + 1)
    var placeOf: [Int: Int] = [:]
    for node in shown {
      placeOf[node] = add(Place(node: node), layer: highest - heights[node, default: 0])
    }
    for node in shown {
      guard let end = placeOf[node], let endHeight = heights[node] else { continue }
      for input in graph.nodes[node].inputs {
        guard var source = placeOf[input], let height = heights[input] else { continue }
        for between in stride(from: height - 1, to: endHeight, by: -1) {
          source = add(Place(node: nil, sources: [source]), layer: highest - between)
        }
        places[end].sources.append(source)
      }
    }
    order()
  }

  private mutating func add(_ place: Place, layer: Int) -> Int {
    places.append(place)
    layers[layer].append(places.count - 1)
    return places.count - 1
  }

  /// How many edges the longest way to the result has.
  private static func heights(_ graph: ComputationGraph, _ shown: [Int]) -> [Int: Int] {
    var heights: [Int: Int] = [:]
    for node in shown { heights[node] = 0 }
    for node in shown.reversed() {
      for input in graph.nodes[node].inputs {
        guard let height = heights[input] else { continue }
        heights[input] = max(height, heights[node, default: 0] + 1)
      }
    }
    return heights
  }

  /// Puts each place near the middle of those it is joined to, in a few sweeps up and down.
  private mutating func order() {
    var users = [[Int]](repeating: [], count: places.count)
    for (place, sources) in places.map(\.sources).enumerated() {
      for source in sources { users[source].append(place) }
    }
    for sweep in 0..<8 {
      let up = sweep % 2 == 0
      for layer in up ? Array(layers.indices.reversed()) : Array(layers.indices) {
        let positions = positions()
        let keys = layers[layer].map { place -> Double in
          let neighbours = up ? users[place] : places[place].sources
          if neighbours.isEmpty { return positions[place] }
          return neighbours.reduce(0) { $0 + positions[$1] } / Double(neighbours.count)
        }
        let sorted = layers[layer].indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        layers[layer] = sorted.map { layers[layer][$0] }
      }
    }
  }

  /// From 0 at the left to 1 at the right of each layer.
  private func positions() -> [Double] {
    var positions = [Double](repeating: 0, count: places.count)
    for layer in layers {
      for (position, place) in layer.enumerated() {
        positions[place] = (Double(position) + 0.5) / Double(layer.count)
      }
    }
    return positions
  }
}
