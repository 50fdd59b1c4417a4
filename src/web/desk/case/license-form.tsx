/** Writes down a license as the state board shows it. */
import type { JSX } from 'preact'
import type { Problem } from '#domain/result.ts'
import { licenseStandings } from '#domain/review/screening/screening.ts'
import { parseAnswers, type Typed } from '#forms/kit/answers.ts'
import { choice, date, longText, text } from '#forms/kit/kinds.ts'
import { section } from '#forms/kit/section.ts'
import { licensesOf } from '#use-cases/screening/screening-subjects.ts'
import { Control } from '#web/kit/fields.tsx'
import type { Fields } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import { postedNames, typedFrom } from '#web/kit/typed-fields.ts'
import { type CaseAsk, casePath, type LoadedCase } from './loaded-case.ts'

const internal = { paper: '', sensitivity: 'internal' } as const
const seenLicense = section({
  id: 'seen-license',
  questions: {
    license: { kind: text(120), ...internal },
    site: { kind: text(200), ...internal },
    standing: { kind: choice(...licenseStandings), ...internal },
    expiresOn: { kind: date(), ...internal, optional: true },
    seenOn: { kind: date('past'), ...internal },
    note: { kind: longText(500), ...internal, optional: true },
  },
})
type Name = keyof typeof seenLicense.questions
const names = Object.keys(seenLicense.questions) as readonly Name[]

export const licenseFields: readonly string[] = names.flatMap((n) => postedNames(n, seenLicense.questions[n]))

export const typedLicense = (posted: Fields): Typed =>
  Object.fromEntries(names.map((n) => [n, typedFrom(n, seenLicense.questions[n], posted)]))

export const readLicense = (typed: Typed, loaded: LoadedCase) => parseAnswers(seenLicense, typed, loaded.today)

interface Props {
  readonly ask: CaseAsk
  readonly loaded: LoadedCase
  readonly typed: Typed
  readonly problems: readonly Problem[]
}
export function LicenseForm({ ask, loaded, typed, problems }: Props): JSX.Element {
  const { w, visit } = ask
  const t = w.desk.screening
  const licenses = licensesOf(loaded.whole)
  if (licenses.length === 0) return <p>{t.noLicenses}</p>
  const options = Object.fromEntries(licenses.map((l) => [l.subject, t.licenseLine(l.state, l.number)]))
  // One needs no choice.
  const only = licenses.length === 1 ? licenses[0]!.subject : undefined
  const words = {
    license: { ask: t.license, options },
    site: { ask: t.site },
    standing: { ask: t.standing, options: t.standings },
    expiresOn: { ask: t.expiresOn },
    seenOn: { ask: t.seenOn },
    note: { ask: t.note },
  }
  return (
    <Form visit={visit} action={casePath(loaded.header.id, '/screening')} class="usa-form usa-form--large license-form">
      <p>{t.licenseIntro}</p>
      {names.map((name) => (
        <Control
          key={name}
          name={name}
          kind={name === 'license' ? choice(...licenses.map((l) => l.subject)) : seenLicense.questions[name].kind}
          words={words[name]}
          optional={'optional' in seenLicense.questions[name]}
          value={typed[name] ?? (name === 'seenOn' ? loaded.today : name === 'license' ? (only ?? '') : '')}
          problem={problems.find((p) => p.at === name)}
          w={w}
        />
      ))}
      <Button kind="outline" go="license">
        {t.saveLicense}
      </Button>
    </Form>
  )
}
