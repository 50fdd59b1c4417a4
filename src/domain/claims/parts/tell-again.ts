/** Tells the sums what the notes of a part say, in the order of the file, as if the part had been read here. Pure. */
import type { ClaimSums } from '../claim-sums.ts'
import type { ToldClaim } from '../judged-claims.ts'
import { noProvider } from '../named-provider.ts'
import { claimKinds } from '../provider-places.ts'
import { latin } from '../x12/delimiters.ts'
import type { Call } from './call-notes.ts'
import { CALL, CLAIM, CLEAR, claimAnswersInOrder, FINDING, type PartNotes } from './notes.ts'

/** A claim of the notes; one object for all of them. */
class NotedClaim implements ToldClaim {
  kind: ToldClaim['kind'] = 'professional'
  old = false
  set = ''
  cents = 0
  from = -1
  to = -1
  letters = new Uint8Array(0)
  start = 0
  end = 0

  claimNumber(): string {
    return latin(this.letters, this.start, this.end)
  }
  span(): readonly [number, number] {
    return [this.from, this.to]
  }
}

export function tellAgain(notes: PartNotes, sums: ClaimSums): void {
  const { numbers: n, texts, causes } = notes
  const claim = new NotedClaim()
  claim.letters = notes.letters
  const p = noProvider()
  let calls = 0
  let billing: number | undefined
  const close = (): void => {
    if (billing !== undefined) sums.close(billing)
    billing = undefined
  }
  for (let i = 0; i < n.length; ) {
    const what = n[i]
    if (what === FINDING) {
      p.part = n[i + 1]!
      p.key = n[i + 2]!
      p.text = n[i + 3]! < 0 ? '' : texts[n[i + 3]!]!
      p.line = n[i + 4]!
      p.segment = n[i + 5]!
      p.offset = n[i + 6]!
      sums.finding(p, causes[n[i + 7]!]!, claimAnswersInOrder[n[i + 8]!]!, n[i + 9]!, n[i + 10]!)
      i += 11
      continue
    }
    close()
    if (what === CLAIM) {
      claim.kind = claimKinds[n[i + 1]!]!
      claim.old = n[i + 2] === 1
      claim.set = sums.log.set?.control ?? claim.set
      claim.cents = n[i + 3]!
      claim.from = n[i + 4]!
      claim.to = n[i + 5]!
      claim.start = claim.end
      claim.end += n[i + 6]!
      billing = n[i + 7]!
      sums.begin(claim)
      i += 8
    } else if (what === CLEAR) {
      sums.clear(claimKinds[n[i + 1]!]!, n[i + 2]!, n[i + 3]!)
      i += 4
    } else if (what === CALL) {
      callAgain(notes.calls[calls++]!, sums)
      i++
    } else {
      sums.billingName(texts[n[i + 1]!]!, n[i + 2] === 1)
      i += 3
    }
  }
  close()
  sums.judged += notes.judged
}

function callAgain([name, words]: Call, { log }: ClaimSums): void {
  ;(log[name] as (...words: readonly unknown[]) => void).apply(log, [...words])
}
