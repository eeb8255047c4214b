import Foundation
import Running

/// One line at the bottom of a terminal that says what is going on. Elsewhere it says nothing.
final class ProgressLine {
  private var isShown = false
  private var lastDrawn = ContinuousClock.now - .seconds(1)

  /// Shows `text`, at most 20 times a second unless it is `urgent`.
  func show(_ text: String, urgent: Bool = false) {
    guard Terminal.isLive else { return }
    let now = ContinuousClock.now
    guard urgent || lastDrawn.duration(to: now) > .milliseconds(50) else { return }
    lastDrawn = now
    let line = String(text.harmless.replacing("\n", with: " ").prefix(Terminal.width - 1))
    write("\r\u{1B}[K" + Style.dim(line, when: Terminal.hasErrorColour))
    isShown = true
  }

  func show(_ progress: Running.Progress, of step: String) {
    let cells = 20
    let full = Int((progress.fraction * Double(cells)).rounded())
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: cells - full)
    let figures = progress.figures.map { "\($0.name) \($0.value)" }.joined(separator: "  ")
    show("\(step) \(bar) \(progress.label)  \(figures)")
  }

  /// Takes the line away before something else is written.
  func clear() {
    guard isShown else { return }
    write("\r\u{1B}[K")
    isShown = false
  }

  private func write(_ text: String) {
    fflush(nil)
    FileHandle.standardError.write(Data(text.utf8))
  }
}
