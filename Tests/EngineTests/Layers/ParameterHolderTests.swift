import Testing

@testable import Engine

/// Parameters in what is no layer itself are found, or refused by name.
struct ParameterHolderTests {
  private static func variable() -> Variable { Variable([1]) }

  private class Base {
    let first = ParameterHolderTests.variable()
  }

  private final class Box: Base {
    let linear = Linear(weight: Variable([[1, 2]]), bias: nil)
    let own = ParameterHolderTests.variable()
  }

  private struct Holder {
    var inner = ParameterHolderTests.variable()
    var box = Box()
  }

  private indirect enum Block {
    case one(Variable)
    case two(Variable, scale: Variable)
    case named(weight: Variable)
    case nested(Block)
    case nothing
  }

  @propertyWrapper private struct Clamped {
    var wrappedValue: Variable
    let extra = ParameterHolderTests.variable()
  }

  @propertyWrapper private final class Stored {
    private var stored: Variable
    init(wrappedValue: Variable) { stored = wrappedValue }
    var wrappedValue: Variable { stored }
  }

  private struct Everything: Layer {
    let box = Box()
    let holder = Holder()
    let boxes = [Box()]
    let maybe: Box? = Box()
    let pair = (Box(), right: Holder(inner: ParameterHolderTests.variable()))
    let blocks: [Block] = [
      .one(variable()), .two(variable(), scale: variable()), .nothing, .nested(.one(variable())),
      .named(weight: variable()),
    ]
    let mixed: [Any] = [1, variable(), "a"]
    @Clamped var clamped = variable()
    @Stored var kept = variable()
    let existential: Any = Box()
  }

  @Test("classes with superclasses, structs, enums, tuples, wrappers, arrays of anything")
  func everywhere() {
    let box = ["first", "linear.weight", "own"]
    func inBox(_ path: String) -> [String] { box.map { "\(path).\($0)" } }
    #expect(
      Everything().parameters.map(\.name) == inBox("box") + ["holder.inner"]
        + inBox("holder.box") + inBox("boxes.0") + inBox("maybe") + inBox("pair.0")
        + ["pair.right.inner"] + inBox("pair.right.box") + [
          "blocks.0.one", "blocks.1.two.0", "blocks.1.two.scale", "blocks.3.nested.one",
          "blocks.4.named.weight", "mixed.1", "clamped", "clamped.extra", "_kept.stored",
        ] + inBox("existential"))
  }

  private enum Side { case right, left }

  private struct Towers: Layer {
    var names = ["users": Linear(weight: Variable([[1]]), bias: nil), "items": nil, "films": nil]
    var numbers = [10: ParameterHolderTests.variable(), 9: ParameterHolderTests.variable()]
    var sides: [Side: Box] = [.right: Box(), .left: Box()]
    var pairs: KeyValuePairs = ["z": ParameterHolderTests.variable(), "y": variable()]
    let vocabulary = ["a": 1, "b": 2]
  }

  @Test("dictionaries in the order of their keys, pairs in their own") func dictionaries() {
    #expect(
      Towers().parameters.map(\.name) == [
        "names.users.weight", "numbers.9", "numbers.10", "sides.left.first",
        "sides.left.linear.weight", "sides.left.own", "sides.right.first",
        "sides.right.linear.weight", "sides.right.own", "pairs._elements.0.1",
        "pairs._elements.1.1",
      ])
  }

  private final class Lazy: Layer {
    lazy var weight = ParameterHolderTests.variable()
    lazy var number = 3
    lazy var names: [String: [Int]?] = [:]
  }

  @Test("a lazy property that has been used") func lazyProperties() {
    let layer = Lazy()
    _ = layer.weight
    #expect(layer.parameters.map(\.name) == ["weight"])
  }

  @Test("an object that several properties share is listed once, under its first name")
  func sharedObjects() {
    struct Twins: Layer {
      let left: Box, right: Box
      let layer: Linear
    }
    let box = Box()
    let names = Twins(left: box, right: box, layer: box.linear).parameters.map(\.name)
    #expect(names == ["left.first", "left.linear.weight", "left.own"])
  }

  private final class Node {
    let weight = ParameterHolderTests.variable()
    var next: Node?
    weak var previous: Node?
    unowned var owner: Node?
  }

  private final class Parent: Layer {
    let weight = ParameterHolderTests.variable()
    var child: Child?
  }

  private final class Child: Layer {
    let weight = ParameterHolderTests.variable()
    var parent: Parent?
    var part: Part?
  }

  private struct Part: Layer {
    let node: Node
    let child: Child
  }

  @Test("cycles of objects and of layers end") func cycles() {
    struct Ring: Layer { let start: Node }
    let (first, second) = (Node(), Node())
    first.next = second
    second.next = first
    second.previous = first
    second.owner = first
    #expect(Ring(start: first).parameters.map(\.name) == ["start.weight", "start.next.weight"])

    let (parent, child) = (Parent(), Child())
    parent.child = child
    child.parent = parent
    child.part = Part(node: first, child: child)
    #expect(
      parent.parameters.map(\.name) == [
        "weight", "child.weight", "child.part.node.weight", "child.part.node.next.weight",
      ])
    #expect(child.parameters.map(\.name).prefix(2) == ["weight", "parent.weight"])
    (first.next, parent.child) = (nil, nil)
  }

  @Test("a model with a class trains all of its parameters") func training() {
    struct Boxed: Layer { let box = Box() }
    let model = Boxed()
    var optimizer = Optimizer(SGD(learningRate: 0.1), for: model)
    gradients { model.box.linear(Variable([[1, 1]])).sum() }.backward()
    optimizer.step()
    #expect(model.box.linear.weight.value == [[0.9, 1.9]])
  }
}

/// What cannot be looked into is refused.
struct RefusedHolderTests {
  private final class Key: Hashable {
    static func == (left: Key, right: Key) -> Bool { left === right }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
  }

  private struct Item: Hashable {
    let id = 1
    let weight = Variable([1])
    static func == (left: Item, right: Item) -> Bool { left.id == right.id }
    func hash(into hasher: inout Hasher) { hasher.combine(id) }
  }

  private final class LazyModel: Layer {
    lazy var hidden = Linear(weight: Variable([[1]]), bias: nil)
  }

  private struct Secretive: CustomReflectable {
    let weight = Variable([1])
    var customMirror: Mirror { Mirror(self, children: []) }
  }

  static let mistakes: [(message: String, make: @Sendable () -> Void)] = [
    (
      "items: keep layers and variables in an array or a dictionary; a set has no fixed order",
      {
        struct Unordered: Layer { let items: Set = [Item()] }
        _ = Unordered().parameters
      }
    ),
    (
      "towers: two keys of the dictionary read",
      {
        struct Ambiguous: Layer { let towers = [Key(): Variable([1]), Key(): Variable([2])] }
        _ = Ambiguous().parameters
      }
    ),
    (
      "hidden: the lazy property has no value yet, so its parameters cannot be found",
      { _ = LazyModel().parameters }
    ),
    (
      "secret: Secretive has a customMirror, which may hide parameters; make the type a Layer",
      {
        struct Hidden: Layer { let secret = Secretive() }
        _ = Hidden().parameters
      }
    ),
  ]

  @Test(arguments: mistakes.indices) func stopsWithAMessage(index: Int) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [index] in
      RefusedHolderTests.mistakes[index].make()
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains(Self.mistakes[index].message), "\(text.prefix(300))")
  }
}
