/** What every form asks of a place where patients are seen: where it is, since when, and its own numbers. */
import { date, npi, phone, text } from '../kit/kinds.ts'
import { address } from './address.ts'

export const place = (paper: string) =>
  ({
    ...address('', paper, 'public', 'practice'),
    phone: { kind: phone, paper, sensitivity: 'public', prefill: 'practice.phone' },
    firstPatientOn: { kind: date(), paper, sensitivity: 'internal' },
    npi: { kind: npi, paper, sensitivity: 'public', optional: true },
    clia: { kind: text(10), paper, sensitivity: 'internal', optional: true },
    mammography: { kind: text(10), paper, sensitivity: 'internal', optional: true },
  }) as const
