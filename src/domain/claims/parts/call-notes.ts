/**
 * Calls to the log of envelopes, kept in the order in which they came. Answers what a reader asks of envelopes. Pure.
 */
import type { Envelopes, FaultPlace, GroupFacts } from '../envelopes.ts'
import type { StructureCode } from '../structure-faults.ts'
import type { InterchangeHeader } from '../x12/delimiters.ts'

export type CallName = Exclude<keyof Envelopes, 'group' | 'set'>
export type Call = { [K in CallName]: readonly [K, Parameters<Envelopes[K]>] }[CallName]

/** Calls that one part may make; a file with more is so broken that one thread reads it as fast. */
const MOST_CALLS = 20_000

export class CallNotes implements Envelopes {
  group: Envelopes['group']
  set: Envelopes['set']
  calls: Call[] = []
  private readonly noted: () => void

  /** `noted` is told of every call that was kept. */
  constructor(noted: () => void) {
    this.noted = noted
  }

  /** In a group of this version, or (undefined) before any. */
  begin(version: string | undefined): void {
    this.group = version === undefined ? undefined : { version }
    this.set = undefined
  }

  get isFull(): boolean {
    return this.calls.length >= MOST_CALLS
  }

  private call(call: Call): void {
    if (this.isFull) return
    this.noted()
    this.calls.push(call)
  }

  fault(code: StructureCode, at: FaultPlace): void {
    this.call(['fault', [code, at]])
  }
  openInterchange(header: InterchangeHeader, offset: number): void {
    this.call(['openInterchange', [header, offset]])
  }
  openGroup(group: GroupFacts, offset: number): void {
    this.group = { version: group.version }
    this.call(['openGroup', [group, offset]])
  }
  openSet(id: string, control: string, version: string, offset: number): void {
    this.set = { id, control, version }
    this.call(['openSet', [id, control, version, offset]])
  }
  reference(text: string): void {
    this.call(['reference', [text]])
  }
  submitter(name: string, id: string, isPerson: boolean): void {
    this.call(['submitter', [name, id, isPerson]])
  }
  closeSet(count: number, control: string, counted: number, offset: number): void {
    this.set = undefined
    this.call(['closeSet', [count, control, counted, offset]])
  }
  closeGroup(count: number, control: string, offset: number): void {
    this.begin(undefined)
    this.call(['closeGroup', [count, control, offset]])
  }
  closeInterchange(count: number, control: string, offset: number): void {
    this.begin(undefined)
    this.call(['closeInterchange', [count, control, offset]])
  }
  leaveSet(offset: number): void {
    this.set = undefined
    this.call(['leaveSet', [offset]])
  }
  leaveGroup(offset: number): void {
    this.begin(undefined)
    this.call(['leaveGroup', [offset]])
  }
  leaveInterchange(offset: number): void {
    this.begin(undefined)
    this.call(['leaveInterchange', [offset]])
  }
}
