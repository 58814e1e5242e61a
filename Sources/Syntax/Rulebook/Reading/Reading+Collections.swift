import SourceText

// Lists, and mappings whose keys are the author's.
extension Reading {
  /// `[a, b]`; items that cannot be read are left out.
  static func list<Element>(of one: Reading<Element>) -> Reading where Value == [Element] {
    let shape = Shape.list(of: one.shape)
    return Reading(shape) { slot, diagnostics in
      guard let items = slot.node.sequence else {
        slot.refuse(shape, into: &diagnostics)
        return nil
      }
      return items.compactMap { one.read(slot.item($0), &diagnostics) }
    }
  }

  /// `a` or `[a, b]`.
  static func oneOrMore<Element>(_ one: Reading<Element>) -> Reading where Value == [Element] {
    let shape = Shape.oneOrMore(one.shape)
    return Reading(shape) { slot, diagnostics in
      if let items = slot.node.sequence {
        return items.compactMap { one.read(slot.item($0), &diagnostics) }
      }
      guard one.shape.fits(slot.node) else {
        slot.refuse(shape, into: &diagnostics)
        return nil
      }
      return one.read(slot, &diagnostics).map { [$0] }
    }
  }

  /// `{key: value}` in the order of the file; entries whose key or value cannot be read are left
  /// out.
  static func entries<Name, Content, Element>(
    by name: Reading<Name>, of content: Reading<Content>,
    _ join: @escaping @Sendable (Name, Content) -> Element
  ) -> Reading where Value == [Element] {
    let shape = Shape.entries(by: name.shape, of: content.shape)
    return Reading(shape) { slot, diagnostics in
      guard let entries = slot.node.mapping else {
        slot.refuse(shape, into: &diagnostics)
        return nil
      }
      return entries.compactMap { entry in
        let name = name.read(slot.ofKey(entry), &diagnostics)
        let content = content.read(Slot(entry), &diagnostics)
        guard let name, let content else { return nil }
        return join(name, content)
      }
    }
  }

  /// `{name: form}`: things that are declared, each made with its name; one whose content cannot be
  /// read is there all the same, so that what refers to it finds it.
  static func declared<Tree>(
    _ form: @autoclosure @escaping @Sendable () -> Form<Tree>,
    by key: Reading<Located<String>> = .declaredName
  ) -> Reading where Value == [Tree] {
    let shape = Shape.entries(
      by: .declaredName, of: .form(FormReference { form().outline }))
    return Reading(shape) { slot, diagnostics in
      guard let entries = slot.node.mapping else {
        slot.refuse(shape, into: &diagnostics)
        return nil
      }
      let form = form()
      return entries.map { entry in
        let name = key.read(slot.ofKey(entry), &diagnostics)
        let start = FormStart(
          name: name ?? Located(entry.key.text, at: entry.key.span), span: entry.span)
        return form.read(Slot(entry), start, &diagnostics) ?? form.make(start)
      }
    }
  }

  /// One mapping of a form, or its short form.
  static func form(
    _ form: @autoclosure @escaping @Sendable () -> Form<Value>
  ) -> Reading {
    Reading(.form(FormReference { form().outline })) { slot, diagnostics in
      let name = slot.key.map { Located($0.text, at: $0.span) } ?? Located("", at: slot.place)
      return form().read(slot, FormStart(name: name, span: slot.node.span), &diagnostics)
    }
  }
}

extension Slot {
  /// A key, to be read as the author's word.
  func ofKey(_ entry: YAMLEntry) -> Slot {
    Slot(
      YAMLEntry(key: entry.key, value: YAMLNode(span: entry.key.span, content: .scalar(entry.key))))
  }
}
