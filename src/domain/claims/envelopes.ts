/** What a reader of claims tells of interchanges, groups and sets while it goes through a file. Types only. Pure. */
import type { GroupRecord } from './envelope.ts'
import type { StructureCode, StructureFault } from './structure-faults.ts'
import type { InterchangeHeader } from './x12/delimiters.ts'

/** What a reader of claims says of envelopes, and what it asks about those that are open. */
export interface Envelopes {
  readonly group: { readonly version: string } | undefined
  readonly set: { readonly id: string; readonly control: string; readonly version: string } | undefined
  fault(code: StructureCode, at: FaultPlace): void
  openInterchange(header: InterchangeHeader, offset: number): void
  openGroup(group: GroupFacts, offset: number): void
  openSet(id: string, control: string, version: string, offset: number): void
  /** Of the open set; without one it is lost. */
  reference(text: string): void
  submitter(name: string, id: string, isPerson: boolean): void
  closeSet(count: number, control: string, counted: number, offset: number): void
  closeGroup(count: number, control: string, offset: number): void
  closeInterchange(count: number, control: string, offset: number): void
  leaveSet(offset: number): void
  leaveGroup(offset: number): void
  leaveInterchange(offset: number): void
}
export type FaultPlace = Omit<StructureFault, 'code' | 'interchange' | 'group' | 'set'>
export type GroupFacts = Omit<GroupRecord, 'sets' | 'faults' | 'included'>
