/** Cuts what COPY gives (text format: a line end is always the end of a row) into rows. Pure; memory is one row. */
export async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let kept: Buffer[] = []
  for await (const piece of pieces) {
    let from = 0
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, from)) {
      yield Buffer.concat([...kept, piece.subarray(from, at)]).toString()
      kept = []
      from = at + 1
    }
    if (from < piece.length) kept.push(Buffer.from(piece.subarray(from)))
  }
  if (kept.length > 0) yield Buffer.concat(kept).toString()
}
