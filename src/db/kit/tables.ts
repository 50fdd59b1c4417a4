/** Row types of every table, one file an area; test/db/schema.db.test.ts compares them with the database. */
import type { AccessTables } from './tables/access.ts'
import type { CoreTables } from './tables/core.ts'
import type { RegistryTables } from './tables/registry.ts'

export interface Tables extends CoreTables, AccessTables, RegistryTables {}
