/** Hand a file to the visitor. `kind` is its media type. */
export function download(name: string, kind: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${kind};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has to have taken it before.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
