/// Named tensors in a file of the `safetensors` format, in which users of PyTorch exchange weights.
///
///     try SafeTensors(model).write(to: "model.safetensors")
///     try model.load(SafeTensors(path: "model.safetensors"))
///
/// The format: eight bytes with the length of a header, little endian; the header, JSON with name,
/// type, shape and place of each tensor; the elements. Reading it runs no code, and every number in
/// the header is checked against the file, so a file from a stranger can do no harm.
/// (<https://github.com/huggingface/safetensors>, its format section.)
///
/// Two are equal when they hold the same tensors, to the bit, under the same names and the same
/// metadata; where they were read, and in which order, is no part of the value.
public struct SafeTensors: Sendable, Equatable {
  /// One tensor as it lies in the file.
  struct Entry: Sendable, Equatable {
    var name: String
    var type: ElementType
    var shape: [Int]
    var bytes: ArraySlice<UInt8>

    var count: Int { Tensor.count(of: shape) }
  }

  /// In the file's order.
  private(set) var entries: [Entry] = []
  /// Where the tensors were read from, for messages.
  var path: String?
  /// Free text about the tensors, by key.
  public var metadata: [String: String] = [:]

  /// Without any tensor.
  public init() {}

  /// All parameters of a layer, under their names.
  public init(_ layer: some Layer) {
    for parameter in layer.parameters { add(parameter.variable.value, named: parameter.name) }
  }

  init(entries: [Entry], metadata: [String: String]) {
    self.entries = entries
    self.metadata = metadata
  }

  public static func == (left: SafeTensors, right: SafeTensors) -> Bool {
    left.metadata == right.metadata && left.sorted == right.sorted
  }

  private var sorted: [Entry] { entries.sorted { $0.name < $1.name } }

  /// The tensors' names, in the file's order.
  public var names: [String] { entries.map(\.name) }

  /// The shape of a tensor; nil if there is none of that name.
  public func shape(of name: String) -> [Int]? {
    entries.first { $0.name == name }?.shape
  }

  /// The same tensors under other names.
  ///
  /// - Parameter rename: gives the new name; no two may be the same.
  public func renamed(_ rename: (String) -> String) -> SafeTensors {
    var result = SafeTensors()
    result.metadata = metadata
    for var entry in entries {
      entry.name = rename(entry.name)
      result.add(entry)
    }
    return result
  }

  /// Adds a tensor in single precision. Stops the program when there is one of that name already.
  public mutating func add(_ tensor: Tensor, named name: String) {
    add(Entry(name: name, type: .float32, shape: tensor.shape, bytes: encoded(tensor.scalars)))
  }

  /// Adds indices as 32-bit numbers.
  public mutating func add(_ indices: Indices, named name: String) {
    add(Entry(name: name, type: .int32, shape: indices.shape, bytes: encoded(indices.values)))
  }

  /// Adds rows of numbers in double precision.
  mutating func add(_ rows: [[Double]], width: Int, named name: String) {
    let scalars = rows.flatMap { $0 }
    add(Entry(name: name, type: .float64, shape: [rows.count, width], bytes: encoded(scalars)))
  }

  private mutating func add(_ entry: Entry) {
    if names.contains(entry.name) || entry.name == SafeTensorsHeader.metadataKey {
      stop("SafeTensors", "the name \(entry.name) is taken")
    }
    entries.append(entry)
  }
}

private func encoded<Element>(_ elements: [Element]) -> ArraySlice<UInt8> {
  elements.withUnsafeBytes { ArraySlice($0) }
}
