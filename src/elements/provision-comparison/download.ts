/** Gives the reader a file that was made here; no server sees it. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, '-');
  link.click();
  // Not at once: some browsers read it only when the reader has said where to.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
