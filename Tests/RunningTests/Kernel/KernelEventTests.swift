import Foundation
import Testing

@testable import Running

struct KernelEventTests {
  @Test(arguments: [
    (#"{"event":"ready"}"#, KernelEvent.ready),
    (
      #"{"event":"started","step":"a","process":7,"image":2,"snapshot":false}"#,
      .started(step: "a", process: 7, image: 2, snapshot: false)
    ),
    (
      #"{"event":"unloadable","message":"no such file","snapshot":true}"#,
      .unloadable(message: "no such file", snapshot: true)
    ),
    (#"{"event":"display","data":{"text/plain":"x"}}"#, .display(["text/plain": "x"])),
    (
      #"{"event":"progress","fraction":0.5,"label":"epoch","figures":[["loss","1"],["odd"]]}"#,
      .progress(
        Progress(fraction: 0.5, label: "epoch", figures: [.init(name: "loss", value: "1")]))
    ),
    (
      #"{"event":"expectation","file":"f","line":3,"column":5,"message":"no"}"#,
      .expectation(file: "f", line: 3, column: 5, message: "no")
    ),
    (#"{"event":"data","name":"d","path":"p"}"#, .data(name: "d", path: "p", sha256: nil)),
    (
      #"{"event":"crash","signal":4,"frames":[[1,4711],[0,8]],"thrown":[[0,9]]}"#,
      .crash(
        signal: 4, frames: [.init(image: 1, offset: 4711), .init(image: 0, offset: 8)],
        thrown: [.init(image: 0, offset: 9)])
    ),
    (#"{"event":"exit","frames":[[0]]}"#, .exit(frames: [])),
    (#"{"event":"interrupted"}"#, .interrupted(frames: [])),
    (
      #"{"event":"finished","step":"a","seconds":0.25,"peakMemory":4096}"#,
      .finished(step: "a", seconds: 0.25, peakMemory: 4096)
    ),
    (
      #"{"event":"woken","process":7,"signal":9,"status":0}"#,
      .woken(process: 7, signal: 9, status: 0)
    ),
  ])
  func eventsAreRead(line: String, event: KernelEvent) {
    #expect(KernelEvent(line: Data(line.utf8)) == event)
  }

  @Test(
    "What a step writes to the channel itself is no event",
    arguments: [
      "", "hello", "{}", "[1]", #"{"event":"boom"}"#, #"{"event":"started","step":"a"}"#,
      #"{"event":"display","data":{"text/html":"x"}}"#, #"{"event":"finished"}"#,
      #"{"event":"woken"}"#, #"{"event":"data"}"#, "\u{0}",
    ])
  func otherLinesAreNone(line: String) {
    #expect(KernelEvent(line: Data(line.utf8)) == nil)
  }
}
