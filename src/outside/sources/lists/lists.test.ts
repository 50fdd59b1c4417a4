import { describe, expect, it, test } from 'vitest'
import { filesIn, hasData, readList } from '#test/support/matching/read-list.ts'
import { readHeader, readRows } from '../csv-source.ts'
import type { RowFault, SourceLayout } from '../layout.ts'
import { kindOf } from '../layouts.ts'
import { deathFile } from './death-file.ts'
import { lastBilled, lastBilledHeader, lastNamed, lastNamedHeader } from './last-billed.ts'
import { licenseBoard } from './license-board.ts'
import { revocations } from './revocations.ts'
import { sam, samHeader } from './sam.ts'
import { stateLists } from './state-list.ts'

async function read<Row>(layout: SourceLayout<Row>, text: string, fixed = false) {
  const chunks = async function* () {
    // In pieces, so that a row is cut in the middle.
    for (let i = 0; i < text.length; i += 50) yield Buffer.from(text.slice(i, i + 50))
  }
  const header = await readHeader(chunks())
  if (!header.ok) throw new Error(header.problem.code)
  const names = fixed ? layout.fixed!.map((c) => c.name) : header.value
  const rows: Row[] = []
  const faults: RowFault[] = []
  for await (const batch of readRows(chunks(), names, layout, { at: 0, line: 1 }, fixed)) {
    rows.push(...batch.rows.map((r) => r.row))
    faults.push(...batch.faults)
  }
  return { rows, faults: faults.map((f) => `${f.line} ${f.column}: ${f.reason}`) }
}

describe('SAM', () => {
  const line = (values: Partial<Record<(typeof samHeader)[number], string>>) =>
    samHeader.map((n) => `"${values[n] ?? ''}"`).join(',')
  const person = {
    Classification: 'Individual',
    First: 'JO',
    Last: 'DOE',
    'Exclusion Type': 'Ineligible',
    'Active Date': '11/20/2023',
    'Termination Date': 'Indefinite',
    'SAM Number': 'S4X',
  }
  it('reads people and firms, indefinite or until a day, and sets vessels aside', async () => {
    const { rows, faults } = await read(
      sam,
      `${[line(Object.fromEntries(samHeader.map((n) => [n, n]))), line(person), line({ ...person, Classification: 'Firm', Name: 'ACME LLC', First: '', Last: '', 'Termination Date': '11/20/2026', 'SAM Number': 'S5' }), line({ ...person, Classification: 'Vessel', 'SAM Number': 'S6' })].join('\n')}\n`,
    )
    expect(rows).toMatchObject([
      { list: 'SAM', id: 'sam-S4X', last: 'DOE', excludedOn: '2023-11-20' },
      { business: 'ACME LLC', until: '2026-11-20' },
    ])
    expect(rows[0]).not.toHaveProperty('until')
    expect(faults).toEqual(['4 Classification: not-a-choice'])
  })
})

describe('the last claims', () => {
  const rest = '2026-10-31,2025-11-01'
  it('read by NPI, by PTAN or by both, and set aside what cannot be', async () => {
    const { rows, faults } = await read(
      lastBilled,
      [
        'NPI,PTAN,LAST_CLAIM_ON,AS_OF,COVERS_FROM',
        `2000001117,,2026-10-02,${rest}`,
        `,il00001234,10/2/2026,${rest}`,
        `2000001117,IL00001234,2026-10-02,${rest}`,
        `,,2026-10-02,${rest}`,
        `2000001118,,2026-10-02,${rest}`,
        `2000001117,A-1,2026-10-02,${rest}`,
        `2000001117,,,${rest}`,
        `2000001117,,2026-11-02,${rest}`,
        '2000001117,,2026-10-02,2026-10-31,2026-11-01',
        '2000001117,,2026-10-02,last week,2025-11-01',
      ].join('\n'),
    )
    const row = { npi: '2000001117', ptan: '', lastClaimOn: '2026-10-02', asOf: '2026-10-31', coversFrom: '2025-11-01' }
    expect(rows).toEqual([row, { ...row, npi: '', ptan: 'IL00001234' }, { ...row, ptan: 'IL00001234' }])
    expect(faults).toEqual([
      '5 NPI: missing',
      '6 NPI: not-an-npi',
      '7 PTAN: not-a-code',
      '8 LAST_CLAIM_ON: missing',
      '9 LAST_CLAIM_ON: after-its-file',
      '10 COVERS_FROM: after-its-file',
      '11 AS_OF: not-a-date',
    ])
  })
})

describe('the last claims that name who orders', () => {
  it('are read by NPI alone', async () => {
    const { rows, faults } = await read(
      lastNamed,
      'NPI,LAST_NAMED_ON,AS_OF,COVERS_FROM\n2000001117,2026-10-02,2026-10-31,2024-11-01\n,2026-10-02,2026-10-31,2024-11-01\n',
    )
    expect(rows).toMatchObject([{ npi: '2000001117', ptan: '', lastClaimOn: '2026-10-02' }])
    expect(faults).toEqual(['3 NPI: missing'])
    expect([kindOf(lastNamedHeader), kindOf(lastBilledHeader)]).toMatchObject([
      { value: 'last-named' },
      { value: 'last-billed' },
    ])
  })
})

describe('a state list', () => {
  const head = 'PROVIDER_NAME\tLICENSE_NUMBER\tNPI_Number\tPROVIDER_TYPE\tSANCTION_DATE\tACTION_TYPE'
  const one = async (name: string, type: string, npi = '') =>
    (await read(stateLists['state-ny'], `${head}\n${name}\t001\t${npi}\t${type}\t02/03/2009\tExclusion\n`)).rows[0]
  it.each([
    ['IVANOV IVAN H               MD', 'Physician', { last: 'IVANOV', first: 'IVAN', middle: 'H' }],
    ['DOE JO', 'RN', { last: 'DOE', first: 'JO' }],
    ['1 STOP PHARMACY AND FOOD "MART" INC', 'Pharmacy', { business: '1 STOP PHARMACY AND FOOD "MART" INC' }],
    ['ELM MEDICAL P.C.', 'Physician', { business: 'ELM MEDICAL P.C.' }],
  ])('%s (%s)', async (name, type, expected) => {
    expect(await one(name, type)).toMatchObject({
      list: 'STATE',
      listedBy: 'NY',
      excludedOn: '2009-02-03',
      ...expected,
    })
  })
  it('keeps a row whose NPI is none, without it', async () => {
    expect(await one('DOE JO', 'RN', 'NA')).not.toHaveProperty('npi')
    expect(await one('DOE JO', 'RN', '2000001000')).toMatchObject({ npi: '2000001000' })
  })
  it('a comma-separated one with a time beside its dates', async () => {
    const { rows } = await read(
      stateLists['state-pa'],
      'ProviderName,LicenseNumber,Status,BeginDate,EndDate,NAM_LAST_PROVR,NAM_FIRST_PROVR,NAM_BUSNS_MP,IDN_NPI\n"Doe, Jo",,Precluded,9/3/1997 0:00:00,8/16/2010 0:00:00,Doe,Jo,,\n"Elm Inc",,Terminated,9/3/1997 0:00:00,,Elm Inc,,,\n',
    )
    expect(rows).toMatchObject([
      { last: 'Doe', first: 'Jo', excludedOn: '1997-09-03', until: '2010-08-16' },
      { business: 'Elm Inc' },
    ])
    expect(rows[1]).not.toHaveProperty('last')
  })
})

describe('the death file', () => {
  const row = (ssn: string, died = '03002010', born = '01021930') =>
    ` ${ssn}${'DOE'.padEnd(20)}${'JR  '}${'JO'.padEnd(15)}${''.padEnd(15)}V${died}${born}\r\n`
  it('comes in fixed columns; an unknown day is the first', async () => {
    const { rows, faults } = await read(
      deathFile,
      row('900123456') + row('90012345X') + row('900123457', '00000000'),
      true,
    )
    expect(rows).toMatchObject([
      { ssn: '900123456', last: 'DOE', suffix: 'JR', first: 'JO', diedOn: '2010-03-01', bornOn: '1930-01-02' },
    ])
    expect(faults).toEqual(['2 SSN: not-a-code', '3 DEATH_DATE: missing'])
  })
  it('or as CSV', async () => {
    const { rows } = await read(
      deathFile,
      'SSN,LAST_NAME,FIRST_NAME,DEATH_DATE,BIRTH_DATE\n900123456,DOE,JO,2010-03-09,01021930\n',
    )
    expect(rows).toMatchObject([{ diedOn: '2010-03-09' }])
  })
  it('a line that is cut short is set aside', async () => {
    expect((await read(deathFile, `${row('900123456')} 900123457DOE\r\n`, true)).faults).toEqual(['2 : width'])
  })
})

it('revocations have a bar, and licenses a standing', async () => {
  const bars = await read(
    revocations,
    'ENRLMT_ID,NPI,FIRST_NAME,MDL_NAME,LAST_NAME,ORG_NAME,MULTIPLE_NPI_FLAG,STATE_CD,PROVIDER_TYPE_DESC,REVOCATION_RSN,REVOCATION_EFCTV_DT,REENROLLMENT_BAR_EXPRTN_DT\nO20990101000001,1234567893,,,,EXAMPLE SUPPLY,N,FL,DME,424.535(A)(1),2024-07-31,10/23/2027\n',
  )
  expect(bars.rows).toMatchObject([{ list: 'REVOCATION', business: 'EXAMPLE SUPPLY', until: '2027-10-23' }])
  const board = await read(
    licenseBoard,
    'STATE,NUMBER,LAST_NAME,STATUS,EXPIRES_ON\nil,036.1,DOE,Active,2028-07-31\nIL,036.2,DOE,gone,2028-07-31\n',
  )
  expect(board.rows).toMatchObject([{ state: 'IL', number: '036.1', standing: 'active', expiresOn: '2028-07-31' }])
  expect(board.faults).toEqual(['3 STATUS: not-a-choice'])
})

describe.skipIf(!hasData)('published samples (skipped without ../shared/data)', () => {
  test.each([
    ['sam-exclusions', /V2_sample\.csv$/, sam, 11, 0],
    ['state-exclusion-lists', /^nyomig-0\.txt$/, stateLists['state-ny'], 6_033, 0],
    ['state-exclusion-lists', /^pa1-0\.txt$/, stateLists['state-pa'], 3_929, 10],
    ['cms-pecos-public', /^Revocation_Extract_formtrue\.csv$/, revocations, 2, 0],
  ] as const)('%s %s', async (folder, name, layout, rows, faults) => {
    const [file] = filesIn(folder, name)
    const found = await readList(file!, layout)
    expect([found.rows.length, found.faults.length]).toEqual([rows, faults])
  })
  test('the first and last rows are what others read in them', async () => {
    const { rows } = await readList('state-exclusion-lists/nyomig-0.txt', stateLists['state-ny'])
    expect(rows[0]).toMatchObject({
      business: '1 STOP PHARMACY AND FOOD MART INC',
      npi: '1275716979',
      excludedOn: '2009-02-03',
    })
    expect(rows.at(-1)).toMatchObject({ last: 'ZWEIG', first: 'IVAN', middle: 'H', excludedOn: '1990-04-08' })
    expect(rows.filter((r) => r.last).length).toBeGreaterThan(3_500)
  })
})
