import Display

extension Double {
  /// A coordinate with at most two decimals and no zeros at the end.
  var svg: String {
    var text = format(self, decimals: 2)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }
}
