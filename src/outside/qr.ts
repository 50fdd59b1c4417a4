/** A QR code as inline SVG, so that it needs no script and no request. */
import QRCode from 'qrcode'

export const qrSvg = (text: string): Promise<string> =>
  QRCode.toString(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
