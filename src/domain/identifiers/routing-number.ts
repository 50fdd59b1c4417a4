/** Nine digits in an assigned Federal Reserve range whose weighted sum (3, 7, 1) divides by ten: an ABA routing number. Pure. */
export function isRoutingNumber(s: string): boolean {
  if (!/^(0[0-9]|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}$/.test(s) || s === '000000000') return false
  const weights = [3, 7, 1]
  return [...s].reduce((sum, digit, i) => sum + Number(digit) * weights[i % 3]!, 0) % 10 === 0
}
