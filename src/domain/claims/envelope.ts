/**
 * Interchanges, groups and sets as they were found, with what is wrong with each: what the answers 999 and TA1 are
 * written from. Counts and control numbers are checked when a trailer comes or fails to. Pure.
 */

import type { Envelopes, FaultPlace, GroupFacts } from './envelopes.ts'
import { refusesIt, type StructureCode, type StructureFault, structureFaults } from './structure-faults.ts'
import type { InterchangeHeader } from './x12/delimiters.ts'

export interface SetRecord {
  readonly control: string
  readonly id: string
  readonly version: string
  readonly faults: StructureFault[]
  /** Faults beyond those kept. */
  more: number
  /** Submitter (1000A) and reference (BHT03), for the answer to the business. */
  submitter: string
  submitterId: string
  submitterIsPerson: boolean
  reference: string
}
export interface GroupRecord {
  readonly functionalId: string
  readonly sender: string
  readonly receiver: string
  readonly control: string
  readonly version: string
  readonly sets: SetRecord[]
  readonly faults: StructureFault[]
  /** Sets that the trailer says there are. */
  included: number
}
export interface InterchangeRecord {
  readonly header: InterchangeHeader
  readonly control: string
  readonly groups: GroupRecord[]
  readonly faults: StructureFault[]
}

/** Envelopes that are kept to be answered; claims in others are judged all the same. */
const MOST_INTERCHANGES = 1_000
const MOST_SETS = 100_000
/** Faults kept of one set; an answer names no more. */
const MOST_FAULTS = 100

export class EnvelopeLog implements Envelopes {
  readonly interchanges: InterchangeRecord[] = []
  readonly fileFaults: StructureFault[] = []
  interchange: InterchangeRecord | undefined
  group: GroupRecord | undefined
  set: SetRecord | undefined
  private readonly tell: (fault: StructureFault) => void
  /** Sets of the open group and groups of the open interchange. */
  sets = 0
  groups = 0
  /** More envelopes came than are kept. */
  limited = false
  private keptSets = 0
  private readonly setControls = new Set<string>()

  constructor(tell: (fault: StructureFault) => void) {
    this.tell = tell
  }

  fault(code: StructureCode, at: FaultPlace): void {
    const { interchange, group, set } = this
    const fault: StructureFault = {
      code,
      ...at,
      ...(interchange && { interchange: interchange.control }),
      ...(group && { group: group.control }),
      ...(set && { set: set.control }),
    }
    this.tell(fault)
    const { on } = structureFaults[code]
    const set_ = on === 'set' || on === 'segment' ? set : undefined
    if (set_) {
      if (set_.faults.length < MOST_FAULTS) set_.faults.push(fault)
      else set_.more++
      return
    }
    const list = on === 'file' ? this.fileFaults : ((on === 'group' ? group : interchange) ?? interchange)?.faults
    const into = list ?? this.fileFaults
    if (into.length < MOST_FAULTS) into.push(fault)
  }

  /** Told once: the answers will not cover all of the file. */
  private limit(offset: number): void {
    if (!this.limited) this.fault('too-many-envelopes', { offset })
    this.limited = true
  }

  openInterchange(header: InterchangeHeader, offset: number): void {
    const [, , , , , , , , date = '', time = '', , , control = ''] = header.elements
    this.interchange = { header, control: control.trim(), groups: [], faults: [] }
    if (this.interchanges.length < MOST_INTERCHANGES) this.interchanges.push(this.interchange)
    else this.limit(offset)
    this.groups = 0
    if (!/^\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(date)) this.fault('interchange-date', { offset })
    if (!/^([01]\d|2[0-3])[0-5]\d$/.test(time)) this.fault('interchange-time', { offset })
    if (!/^\d{9}$/.test(control)) this.fault('interchange-control-shape', { offset })
  }

  openGroup(e: GroupFacts, offset: number): void {
    this.group = { ...e, sets: [], faults: [], included: 0 }
    if (this.keptSets++ < MOST_SETS) this.interchange?.groups.push(this.group)
    else this.limit(offset)
    this.groups++
    this.sets = 0
    this.setControls.clear()
    if (e.functionalId !== 'HC') this.fault('group-not-claims', { offset })
  }

  openSet(id: string, control: string, version: string, offset: number): void {
    this.set = {
      id,
      control,
      version,
      faults: [],
      more: 0,
      submitter: '',
      submitterId: '',
      submitterIsPerson: false,
      reference: '',
    }
    if (this.keptSets++ < MOST_SETS) this.group?.sets.push(this.set)
    else this.limit(offset)
    this.sets++
    if (id !== '837') this.fault('set-not-claims', { offset, segment: 1, segmentId: 'ST' })
    if (!/^[0-9A-Za-z]{4,9}$/.test(control)) this.fault('set-control-shape', { offset, segment: 1, segmentId: 'ST' })
    if (this.setControls.has(control)) this.fault('set-repeated', { offset, segment: 1, segmentId: 'ST' })
    if (this.setControls.size < 10_000) this.setControls.add(control)
  }

  reference(text: string): void {
    if (this.set) this.set.reference = text
  }

  submitter(name: string, id: string, isPerson: boolean): void {
    if (this.set) Object.assign(this.set, { submitter: name, submitterId: id, submitterIsPerson: isPerson })
  }

  /** `counted` is how many segments there were, the SE too. */
  closeSet(count: number, control: string, counted: number, offset: number): void {
    if (!this.set) {
      this.fault('outside-group', { offset, segmentId: 'SE' })
      return
    }
    if (count !== counted) this.fault('set-count', { offset, segment: counted, segmentId: 'SE' })
    if (control !== this.set.control) this.fault('set-control', { offset, segment: counted, segmentId: 'SE' })
    this.set = undefined
  }

  closeGroup(count: number, control: string, offset: number): void {
    this.leaveSet(offset)
    if (!this.group) {
      this.fault('outside-group', { offset, segmentId: 'GE' })
      return
    }
    this.group.included = Math.max(count, 0)
    if (count !== this.sets) this.fault('group-count', { offset, segmentId: 'GE' })
    if (control !== this.group.control) this.fault('group-control', { offset, segmentId: 'GE' })
    this.group = undefined
  }

  closeInterchange(count: number, control: string, offset: number): void {
    this.leaveGroup(offset)
    if (!this.interchange) return
    if (control !== this.interchange.control) this.fault('interchange-control', { offset, segmentId: 'IEA' })
    if (count !== this.groups) this.fault('interchange-count', { offset, segmentId: 'IEA' })
    this.interchange = undefined
  }

  leaveSet(offset: number): void {
    if (this.set) this.fault('set-open', { offset })
    this.set = undefined
  }
  leaveGroup(offset: number): void {
    this.leaveSet(offset)
    if (this.group) this.fault('group-open', { offset })
    this.group = undefined
  }
  /** A new header, or the end of the file, where a trailer should have come. */
  leaveInterchange(offset: number): void {
    this.leaveGroup(offset)
    if (this.interchange) this.fault('interchange-open', { offset })
    this.interchange = undefined
  }
}

/** Is the set, or anything around it, turned away? */
export const isRefused = (faults: readonly StructureFault[]): boolean => faults.some((f) => refusesIt(f.code))
