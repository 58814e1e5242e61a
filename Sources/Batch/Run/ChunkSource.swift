/// Hands out chunks, one worker at a time.
actor ChunkSource {
  private var chunks: LineChunks

  init(_ chunks: LineChunks) {
    self.chunks = chunks
  }

  func next() throws -> LineChunk? { try chunks.next() }
}
