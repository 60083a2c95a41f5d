/** Offers a locally created file as a download; no server receives it. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, '-');
  link.click();
  // Revoke later, because some browsers read the blob only after the reader has chosen a location.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
