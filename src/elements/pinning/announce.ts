const speakers = new Set<(count: number) => void>();

/** Merges announcements of simultaneous changes into one. The first caller's function is called with the number of callers. */
export function announce(speak: (count: number) => void): void {
  if (!speakers.size) {
    // Runs after all followers of the same answer.
    setTimeout(() => {
      const [first] = speakers;
      first?.(speakers.size);
      speakers.clear();
    });
  }
  speakers.add(speak);
}
