/** Has the browser save a file; the page gives it a name. */
export function downloadFile(bytes: Uint8Array, name: string): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // the download has begun by then
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
