import Testing

@testable import Running

struct StepRecorderTests {
  @Test func textIsJoinedBetweenDisplays() {
    var recorder = StepRecorder()
    _ = recorder.append(text: Array("a".utf8))
    _ = recorder.append(text: Array("b\n".utf8))
    recorder.append(display: ["text/plain": "d"])
    _ = recorder.append(text: Array("c".utf8))
    recorder.append(error: Array("e".utf8))
    #expect(recorder.outputs == [.text("ab\n"), .display(["text/plain": "d"]), .text("c")])
    #expect(recorder.errorText == "e")
    #expect(!recorder.isCut)
  }

  @Test func aCharacterCutBetweenTwoChunksStaysWhole() {
    var recorder = StepRecorder()
    let bytes = Array("é".utf8)
    _ = recorder.append(text: [bytes[0]])
    _ = recorder.append(text: [bytes[1]])
    #expect(recorder.outputs == [.text("é")])
  }

  @Test func bytesThatAreNoTextAreReplaced() {
    var recorder = StepRecorder()
    _ = recorder.append(text: [0x61, 0xFF, 0x62])
    recorder.append(error: [0xC3])
    #expect(recorder.outputs == [.text("a\u{FFFD}b")])
    #expect(recorder.errorText == "\u{FFFD}")
  }

  @Test func textIsCutAtTheLimit() {
    var recorder = StepRecorder()
    let half = [UInt8](repeating: 0x78, count: StepRecorder.limit / 2)
    #expect(recorder.append(text: half).count == half.count)
    #expect(recorder.append(text: half).count == half.count)
    #expect(!recorder.isCut)
    #expect(recorder.append(text: [0x79, 0x79]).isEmpty)
    #expect(recorder.isCut)
    #expect(recorder.outputs.last == .display(["text/plain": StepRecorder.cutNotice]))
    #expect(recorder.outputs.count == 2)
  }

  @Test func aDisplayThatDoesNotFitIsLeftOut() {
    var recorder = StepRecorder()
    let large = String(repeating: "x", count: StepRecorder.limit + 1)
    recorder.append(display: ["text/plain": large])
    #expect(recorder.outputs == [.display(["text/plain": StepRecorder.cutNotice])])
  }
}
