/** The letters that end an application without an approval: denied, rejected, returned. Pure. */
import { fillWording, type Wording } from '#domain/decisions/wording.ts'
import type { Block, PaperDocument } from '#domain/paper/document.ts'
import { appealRights, citations, type Decision } from '#domain/review/decision.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { facts, heading, type LetterHead, letterOf, paragraph } from './letter-head.ts'

export type Refusal = Exclude<Decision, { readonly kind: 'approve' }>

/** The sentence of each reason, whatever the kind. */
export const reasonSentences = (kind: Refusal['kind'], w: Words): Readonly<Record<string, string>> =>
  ({ deny: w.letters.denialReasons, return: w.letters.returnReasons, reject: w.letters.rejectionReasons })[kind]

export function refusalLetter(
  head: LetterHead,
  decision: Refusal,
  found: string,
  w: Words,
  /** As somebody edited it; else the product's own words. */
  wording: Wording = w.letters.wordings[decision.kind],
): PaperDocument {
  const l = w.letters
  const said = fillWording(wording, {})
  const sentences = reasonSentences(decision.kind, w)
  const reasons = citations(decision).map(
    ({ reason, cite, confirmed }) => `${sentences[reason] ?? reason} ${l.cite(confirmed ? cite : sectionOnly(cite))}`,
  )
  const rights = appealRights(decision, head.on)
  const appeal: readonly Block[] =
    rights.length === 0
      ? [paragraph(l.noAppeal)]
      : [{ kind: 'list', items: rights.map((r) => `${l[r.remedy](time.day(r.untilOn))} ${l.cite(r.cite)}`) }]
  return letterOf(
    head,
    said.title,
    [
      paragraph(said.opening),
      ...(said.means.length === 0 ? [] : [{ kind: 'list', items: said.means } as const]),
      heading(l.why),
      { kind: 'list', items: reasons },
      ...(found === '' ? [] : [heading(l.found), paragraph(found)]),
      facts(l.facts, [
        [l.name, head.enrolleeName],
        [l.npi, head.npi],
        [l.tracking, head.trackingNumber],
      ]),
      ...(said.next.length === 0 ? [] : [heading(l.next), { kind: 'list', items: said.next } as const]),
      heading(l.disagree),
      ...appeal,
    ],
    w,
  )
}

/** A paragraph that could not be confirmed is not quoted to anybody. */
const sectionOnly = (cite: string): string => cite.replace(/\(.*$/, '')
