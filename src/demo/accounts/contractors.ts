/** Two invented contractors that share the states between them. */
import { stateCodes } from '#domain/party/states.ts'

export interface DemoContractor {
  readonly id: string
  readonly name: string
  readonly zone: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly states: readonly string[]
}

const GULF = [
  'AL',
  'AR',
  'AZ',
  'CA',
  'CO',
  'FL',
  'GA',
  'HI',
  'LA',
  'MS',
  'NM',
  'NV',
  'OK',
  'OR',
  'PR',
  'SC',
  'TX',
  'UT',
  'VI',
  'WA',
  'AS',
  'GU',
  'MP',
]

export const demoContractors: readonly DemoContractor[] = [
  {
    id: 'lakes',
    name: 'Lakes Enrollment Contractor',
    zone: 'America/Chicago',
    phone: '(312) 555-0110',
    email: 'enrollment@lakes.example',
    address: '200 Harbor Street, Chicago, IL 60601',
    states: stateCodes.filter((s) => !GULF.includes(s)),
  },
  {
    id: 'gulf',
    name: 'Gulf Enrollment Contractor',
    zone: 'America/Denver',
    phone: '(303) 555-0120',
    email: 'enrollment@gulf.example',
    address: '45 Mesa Avenue, Denver, CO 80202',
    states: GULF,
  },
]
