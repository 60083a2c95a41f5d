const speakers = new Set<(count: number) => void>();

/** One announcement for all that changes at once: the first speaks for how many there are. */
export function announce(speak: (count: number) => void): void {
  if (!speakers.size) {
    // When every follower of the same answer has had its turn.
    setTimeout(() => {
      const [first] = speakers;
      first?.(speakers.size);
      speakers.clear();
    });
  }
  speakers.add(speak);
}
