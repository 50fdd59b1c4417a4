export type AccessTables = Record<never, never>
