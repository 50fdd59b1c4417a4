/** Shows long work on standard error: a living line on a terminal, a line every few seconds elsewhere. */
import { refdata } from '#words/en/refdata.ts'

const EVERY_MS = { terminal: 200, elsewhere: 5_000 }

export interface Progress {
  show(p: {
    readonly rows: number
    readonly quarantined: number
    readonly bytes: number
    readonly bytesTotal: number
  }): void
  say(line: string): void
  /** Ends the living line, so that what follows begins on its own. */
  done(): void
}

const count = new Intl.NumberFormat('en-US')

/** `stream` is standard error; `now` gives milliseconds. */
export function progressOn(
  stream: { readonly isTTY?: boolean; write(text: string): unknown },
  now: () => number = () => performance.now(),
): Progress {
  let began: number | undefined
  let last = Number.NEGATIVE_INFINITY
  let alive = false
  let firstRows: number | undefined
  const line = (text: string) => {
    stream.write(stream.isTTY ? `\r\u001b[K${text}` : `${text}\n`)
    alive = stream.isTTY === true
  }
  const due = () => {
    if (now() - last < (stream.isTTY ? EVERY_MS.terminal : EVERY_MS.elsewhere)) return false
    last = now()
    return true
  }
  return {
    show(p) {
      // What an earlier run did is not this run's speed.
      firstRows ??= p.rows
      began ??= now()
      if (!due()) return
      const seconds = Math.max((now() - began) / 1000, 0.001)
      line(
        refdata.progress({
          percent: p.bytesTotal === 0 ? '100' : String(Math.floor((p.bytes / p.bytesTotal) * 100)),
          rows: count.format(p.rows),
          perSecond: count.format(Math.round((p.rows - firstRows) / seconds)),
          quarantined: count.format(p.quarantined),
        }),
      )
    },
    say(text) {
      if (due()) line(text)
    },
    done() {
      if (alive) stream.write('\n')
      alive = false
    },
  }
}
