/// All that a training consists of, apart from what the program makes anew.
struct Checkpoint {
  static let format = "lectern checkpoint 1"

  var itemCount: Int
  var itemsPerStep: Int
  /// Fewer than all where the last batch is dropped.
  var itemsPerEpoch: Int
  var epochsBegun: Int
  /// Inside a call of `fit`, else nil.
  var progress: FitProgress?
  var history: History
  var random: RandomGenerator
  var parameters: [(name: String, value: Tensor)]
  var optimizerStates: [(name: String, tensors: [(name: String, value: Tensor)])]
  var callbackMemories: [[Tensor]]

  /// The value of a parameter, in the shape that it has now.
  func value(of name: String, shape: [Int]) throws -> Tensor {
    guard let value = parameters.first(where: { $0.name == name })?.value else {
      throw MalformedFile("it has no parameter \(name); it has \(listed(parameters.map(\.name)))")
    }
    guard value.shape == shape else {
      throw MalformedFile("the parameter \(name) is \(value.shape) in it, and \(shape) here")
    }
    return value
  }
}

// MARK: - As a file

extension Checkpoint {
  var file: SafeTensors {
    var file = SafeTensors()
    file.metadata["format"] = Checkpoint.format
    file.set("items", [itemCount, itemsPerStep, epochsBegun, callbackMemories.count])
    if itemsPerEpoch != itemCount { file.set("epoch", [itemsPerEpoch]) }
    file.set("random", random.state)
    for (name, value) in parameters { file.add(value, named: "model.\(name)") }
    for (parameter, tensors) in optimizerStates {
      for (name, value) in tensors { file.add(value, named: "optimizer.\(name).\(parameter)") }
    }
    for (index, tensors) in callbackMemories.enumerated() {
      for (position, value) in tensors.enumerated() {
        file.add(value, named: "callback.\(index).\(position)")
      }
    }
    if let progress { progress.write(to: &file) }
    history.write(to: &file)
    return file
  }

  init(_ file: SafeTensors) throws {
    guard let format = file.metadata["format"], format == Checkpoint.format else {
      throw MalformedFile("this is no checkpoint of a training; are these weights alone?")
    }
    let items = try file.numbers("items", 4)
    (itemCount, itemsPerStep, epochsBegun) = (items[0], items[1], items[2])
    itemsPerEpoch = file.metadata["epoch"] == nil ? itemCount : try file.numbers("epoch", 1)[0]
    guard let random = RandomGenerator(state: try file.words("random")) else {
      throw MalformedFile("the random generator's state is incomplete")
    }
    self.random = random
    parameters = try file.names.filter { $0.hasPrefix("model.") }
      .map { (String($0.dropFirst("model.".count)), try file.tensor($0)) }
    optimizerStates = try Checkpoint.optimizerStates(file, parameters.map(\.name))
    callbackMemories = try Checkpoint.callbackMemories(file, count: items[3])
    history = try History(file)
    progress = try FitProgress(file, history)
  }

  private static func optimizerStates(
    _ file: SafeTensors, _ parameters: [String]
  ) throws -> [(name: String, tensors: [(name: String, value: Tensor)])] {
    let names = file.names.filter { $0.hasPrefix("optimizer.") }
    return try parameters.map { parameter in
      let suffix = ".\(parameter)"
      // A state's own name has no dot, so the rest is the whole name of the parameter.
      let own = names.filter { name in
        let rest = name.dropFirst("optimizer.".count)
        return rest.firstIndex(of: ".").map { rest[$0...] == suffix } ?? false
      }
      return (
        parameter,
        try own.map { name in
          let state = name.dropFirst("optimizer.".count).dropLast(suffix.count)
          return (String(state), try file.tensor(name))
        }
      )
    }
  }

  private static func callbackMemories(_ file: SafeTensors, count: Int) throws -> [[Tensor]] {
    let names = Set(file.names)
    return try (0..<min(max(count, 0), 10_000)).map { index in
      var tensors: [Tensor] = []
      while names.contains("callback.\(index).\(tensors.count)") {
        tensors.append(try file.tensor("callback.\(index).\(tensors.count)"))
      }
      return tensors
    }
  }
}
