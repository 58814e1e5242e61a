package import SourceText

/// Reads the nodes of a calendar file; every fault is reported, and dates are left as text.
package func decodeCalendar(
  _ node: YAMLNode, into diagnostics: inout Diagnostics
) -> CalendarTree {
  if FileKind.isOther(than: .calendar, node, into: &diagnostics) {
    return CalendarTree(span: node.span)
  }
  let reading = Reading<CalendarTree>.form(Forms.calendar)
  return reading.read(Slot(root: node), &diagnostics) ?? CalendarTree(span: node.span)
}
