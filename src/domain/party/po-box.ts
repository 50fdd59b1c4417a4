/** Tells a post office box from a street address: a practice location must be a place one can visit. Pure. */
const PO_BOX = /\b(p\.?\s*o\.?\s*box|post\s+(office\s+)?box|lock\s*box)(?![a-z])|\bp\.?o\.?b\.?\s*#?\s*\d/i

/** True for "PO Box 12", "P.O. BOX 12", "POB 12", "Post Office Box 12"; false for "12 Box Elder Rd". */
export const isPoBox = (line: string): boolean => PO_BOX.test(line)
