/** Tables for spreadsheets: https://www.rfc-editor.org/rfc/rfc4180 */

/** A file of rows, the header first. The mark at its beginning tells Excel that it is UTF-8. */
export const tableFile = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;

function cell(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Spreadsheets run what begins so. Exhibitors write their own names and numbers. */
const isFormula = (text: string): boolean =>
  /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d\s()./-]+$/.test(text);
