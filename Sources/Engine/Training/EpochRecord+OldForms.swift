/// Lets `record.validationLoss!` compile, as it was written when the property was an optional. To
/// be deleted when nothing is written so any more.
public protocol RecordOfOldForm {
  var validationLossIfPresent: Double? { get }
}

extension EpochRecord: RecordOfOldForm {}

extension RecordOfOldForm {
  public var validationLoss: Double? { validationLossIfPresent }
}
