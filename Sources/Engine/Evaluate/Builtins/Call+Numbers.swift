internal import Model
internal import SourceText

// Functions of numbers (DMN 1.5, 10.3.4.5).
extension Call {
  func calculate() throws(Fault) -> Value {
    switch function {
    case .decimal: return try round(.halfEven)
    case .floor: return try round(.floor)
    case .ceiling: return try round(.ceiling)
    case .roundUp: return try round(.up)
    case .roundDown: return try round(.down)
    case .roundHalfUp: return try round(.halfUp)
    case .roundHalfDown: return try round(.halfDown)
    case .abs: return try magnitude()
    case .modulo:
      let divisor = try number(1)
      return try numeric { dividend throws(NumberFault) in try dividend.modulo(divisor) }
    case .sqrt: return try numeric { number throws(NumberFault) in try number.squareRoot() }
    case .log: return try numeric { number throws(NumberFault) in try number.logarithm() }
    case .exp: return try numeric { number throws(NumberFault) in try number.exponential() }
    case .odd: return .boolean(try number(0).isOdd)
    case .even: return .boolean(try number(0).isEven)
    default: preconditionFailure("a function of numbers")
    }
  }

  /// To so many digits behind the point, or a whole number where the scale is left out.
  private func round(_ mode: Rounding) throws(Fault) -> Value {
    guard count > 1 else { return .number(try number(0).rounded(mode)) }
    let scale = try whole(1)
    return try numeric { number throws(NumberFault) in try number.rounded(mode, scale: scale) }
  }

  private func magnitude() throws(Fault) -> Value {
    switch arguments[0] {
    case .dayTimeDuration(let duration):
      return .dayTimeDuration(try require(duration.magnitude))
    case .yearMonthDuration(let duration):
      return .yearMonthDuration(try require(duration.magnitude))
    default: return .number(try number(0).magnitude)
    }
  }

  /// Applies a function to the first argument; what is outside its domain quotes the call.
  private func numeric(
    _ compute: (Number) throws(NumberFault) -> Number
  ) throws(Fault) -> Value {
    let argument = try number(0)
    return .number(try computing { () throws(NumberFault) in try compute(argument) })
  }
}
