import Engine
import Plots
import Testing

struct ScheduleTests {
  struct Figures: Decodable {
    var form: String
    var settings: [String: Double]
    var learningRates: [Double]
    var momenta: [Double]?

    var schedule: Schedule {
      func setting(_ name: String) -> Double { settings[name] ?? .nan }
      switch form {
      case "fastai": return .oneCycle(peak: setting("peak"))
      case "pytorch": return .pytorchOneCycle(peak: setting("peak"))
      case "cosineRestarts":
        return .cosineRestarts(
          peak: setting("peak"), stepsPerCycle: Int(setting("stepsPerCycle")),
          multiplier: Int(setting("multiplier")), lowest: setting("lowest"))
      case "exponential":
        return .exponential(start: setting("start"), factor: setting("factor"))
      case "cosine": return .cosine(peak: setting("peak"), lowest: setting("lowest"))
      case "stepDecay":
        return .stepDecay(
          start: setting("start"), factor: setting("factor"), every: Int(setting("steps")))
      case "linear": return .linear(from: setting("start"), to: setting("end"))
      case "polynomial": return .polynomial(start: setting("start"), power: setting("power"))
      case "warmUp":
        return .warmUp(
          steps: Int(setting("steps")), from: setting("fraction"),
          then: .cosine(peak: setting("peak")))
      case "exponentialRamp": return .exponential(from: setting("start"), to: setting("end"))
      case "piecewise":
        let start = setting("start")
        return .piecewise([
          0: start, Int(setting("first")): start / 10, Int(setting("second")): start / 100,
        ])
      default:
        return .slantedTriangular(
          peak: setting("peak"), cutFraction: setting("cutFraction"), ratio: setting("ratio"))
      }
    }
  }

  @Test("every schedule over its whole length: PyTorch's classes, independent formulas")
  func wholeLength() throws {
    let all = try ReferenceFile.read("schedules", as: [Figures].self)
    #expect(Set(all.map(\.form)).count == 12)
    for figures in all {
      let steps = figures.learningRates.count
      let settings = figures.schedule.settings(steps: steps)
      let rates = zip(settings, figures.learningRates).map { setting, expected in
        (setting.learningRate - expected).magnitude / max(expected, 1e-12)
      }
      let largest = agreement("schedule:\(figures.form)", try #require(rates.max()))
      #expect(largest <= 1e-9, "\(figures.form), \(steps) steps")
      guard let momenta = figures.momenta else { continue }
      let errors = try zip(settings, momenta).map { setting, expected in
        (try #require(setting.momentum) - expected).magnitude
      }
      #expect(try #require(errors.max()) <= 1e-12, "\(figures.form), \(steps) steps")
    }
  }

  @Test("the peak, and the ends, of one cycle in fastai's form")
  func peak() {
    let schedule = Schedule.oneCycle(peak: 0.1)
    #expect(schedule.setting(atStep: 0, of: 100) == .init(learningRate: 0.004, momentum: 0.95))
    #expect(schedule.setting(atStep: 25, of: 100) == .init(learningRate: 0.1, momentum: 0.85))
    #expect(schedule.setting(atStep: 99, of: 100).learningRate < 1e-4)
  }

  @Test("constant, with and without a momentum")
  func constant() {
    let plain = Schedule.constant(0.3).setting(atStep: 7, of: 9)
    #expect(plain == .init(learningRate: 0.3, momentum: nil))
    let momentum = Schedule.constant(0.3, momentum: 0.5).setting(atStep: 0, of: 1)
    #expect(momentum == .init(learningRate: 0.3, momentum: 0.5))
  }

  @Test("without a warm-up the cycle starts at its peak")
  func noWarmUp() {
    let setting = Schedule.oneCycle(peak: 1, warmUp: 0, momentum: nil).setting(atStep: 0, of: 3)
    #expect(setting == .init(learningRate: 1, momentum: nil))
  }

  @Test(
    "the slanted triangle at its start, before and at its cut, and at its last step",
    arguments: [(0, 3.125e-4), (99, 0.009903125), (100, 0.01), (999, 3.232638888888889e-4)])
  func slantedTriangle(_ step: Int, _ rate: Double) {
    let setting = Schedule.slantedTriangular(peak: 0.01).setting(atStep: step, of: 1000)
    #expect((setting.learningRate / rate - 1).magnitude < 1e-12)
    #expect(setting.momentum == nil)
  }

  @Test("a triangle of too few steps for a climb falls from its peak")
  func shortTriangle() {
    let rates = Schedule.slantedTriangular(peak: 0.32, ratio: 2).settings(steps: 4)
    #expect(rates.map(\.learningRate) == [0.32, 0.28, 0.24, 0.2])
  }

  @Test("each cycle restarts at the peak and is longer than the one before")
  func restarts() {
    let schedule = Schedule.cosineRestarts(peak: 1, stepsPerCycle: 2, multiplier: 2)
    let rates = schedule.settings(steps: 16).map(\.learningRate)
    #expect(rates.indices.filter { rates[$0] == 1 } == [0, 2, 6, 14])
    #expect(schedule.setting(atStep: .max - 1, of: .max).learningRate <= 1)
  }

  @Test("a climb of equal steps, unless told where to begin; the next one's momentum")
  func warmUp() {
    let schedule = Schedule.warmUp(steps: 3, then: .constant(0.8, momentum: 0.7))
    let settings = schedule.settings(steps: 5)
    let expected = [0.2, 0.4, 0.6, 0.8, 0.8]
    for (setting, rate) in zip(settings, expected) {
      #expect((setting.learningRate - rate).magnitude < 1e-15)
      #expect(setting.momentum == 0.7)
    }
    let twice = Schedule.warmUp(steps: 1, from: 0, then: .warmUp(steps: 1, then: .constant(1)))
    #expect(twice.settings(steps: 3).map(\.learningRate) == [0, 0.5, 1])
  }

  @Test("a plot has a point for each step")
  func plot() {
    let schedule = Schedule.oneCycle(peak: 0.1)
    let settings = schedule.settings(steps: 8)
    let steps = (0..<8).map(Double.init)
    let rates = Plot.Series(x: steps, y: settings.map(\.learningRate))
    let momenta = Plot.Series(x: steps, y: settings.compactMap(\.momentum))
    #expect(schedule.plot(steps: 8).content == .series([rates]))
    #expect(schedule.plot(steps: 8).yAxis.title == "learning rate")
    #expect(schedule.momentumPlot(steps: 8).content == .series([momenta]))
  }
}
