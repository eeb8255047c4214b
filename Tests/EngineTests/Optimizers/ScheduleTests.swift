import Engine
import Testing

struct ScheduleTests {
  struct Figures: Decodable {
    var form: String
    var maximum: Double
    var learningRates: [Double]
    var momenta: [Double]
  }

  @Test("one-cycle over its whole length: fastai's formula, PyTorch's OneCycleLR")
  func oneCycle() throws {
    for figures in try ReferenceFile.read("schedules", as: [Figures].self) {
      let schedule: Schedule =
        figures.form == "fastai"
        ? .oneCycle(peak: figures.maximum) : .pytorchOneCycle(peak: figures.maximum)
      let total = figures.learningRates.count
      let settings = (0..<total).map { schedule.setting(atStep: $0, of: total) }
      let rates = zip(settings, figures.learningRates).map { setting, expected in
        (setting.learningRate / expected - 1).magnitude
      }
      let momenta = try zip(settings, figures.momenta).map { setting, expected in
        (try #require(setting.momentum) - expected).magnitude
      }
      #expect(try #require(rates.max()) <= 1e-9, "\(figures.form), \(total) steps")
      #expect(try #require(momenta.max()) <= 1e-12, "\(figures.form), \(total) steps")
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
}
