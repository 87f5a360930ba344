/** Tables for spreadsheets: https://www.rfc-editor.org/rfc/rfc4180 */

/** A file of rows, the header first. The mark at its beginning tells Excel that it is UTF-8. */
export const tableFile = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;

function cell(text: string): string {
  const safe = isNumber(text) ? text : text.replace(FORMULA, "$&'");
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Spreadsheets run what begins so, in full width too where people write so; and where the comma is
 * for decimals, they begin a cell at every semicolon. Exhibitors write their own names and numbers. */
const FORMULA = /(?:^|[;\t])\s*(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

const isNumber = (text: string): boolean => /^[+-]?[\d\s()./-]+$/.test(text);
