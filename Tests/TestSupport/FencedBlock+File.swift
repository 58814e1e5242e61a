package import Foundation

extension FencedBlock {
  /// What keeps this block from standing for a file; nil when it may be written.
  package var fileFault: String? {
    guard let file else { return "a block needs a file name after its language" }
    if file.hasPrefix("/") || file.split(separator: "/").contains("..") {
      return "`\(file)` leads out of the case's folder"
    }
    if let odd = fence.words.dropFirst(2).first(where: { FileForm(rawValue: $0) == nil }) {
      return "`\(odd)` is no way to write a file; there are bom, crlf, hex and unterminated"
    }
    if forms.contains(.hex), hexBytes == nil { return "the block is not pairs of hex digits" }
    return nil
  }

  /// Writes the file that this block stands for under `folder`.
  package func write(in folder: URL) throws {
    guard let file, fileFault == nil else {
      throw CommandFailure("line \(line): \(fileFault ?? "no file name")")
    }
    let url = folder.appendingPathComponent(file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// The ways, named after the file name, in which a file may differ from the lines shown.
  private enum FileForm: String {
    /// With a byte order mark, as Excel writes it.
    case bom
    /// With CR LF at the end of each line.
    case crlf
    /// The block shows the bytes as pairs of hex digits; for files that are no UTF-8.
    case hex
    /// Without a newline after the last line.
    case unterminated
  }

  private var forms: [FileForm] { fence.words.dropFirst(2).compactMap(FileForm.init) }

  private var bytes: [UInt8] {
    if forms.contains(.hex) { return hexBytes ?? [] }
    let newline = forms.contains(.crlf) ? "\r\n" : "\n"
    var text = lines.joined(separator: newline)
    if !forms.contains(.unterminated) { text += newline }
    return (forms.contains(.bom) ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
  }

  private var hexBytes: [UInt8]? {
    let digits = lines.joined().filter { $0 != " " }.map(\.hexDigitValue)
    let values = digits.compactMap { $0 }
    guard values.count == digits.count, values.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] * 16 + values[$0 + 1]) }
  }
}
