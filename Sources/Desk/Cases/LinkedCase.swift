/// Another case of the same parties.
package struct LinkedCase: Hashable, Sendable {
  package let id: String
  /// Why the two were joined, in the words of whoever did it.
  package let reason: String
}
