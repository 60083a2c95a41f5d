const callbacks = new Set<(count: number) => void>();

/** Merges announcements of simultaneous changes into one. The first caller's function is called with the number of callers. */
export function announce(announceCount: (count: number) => void): void {
  if (!callbacks.size) {
    // Runs after all followers of the same answer.
    setTimeout(() => {
      const [first] = callbacks;
      first?.(callbacks.size);
      callbacks.clear();
    });
  }
  callbacks.add(announceCount);
}
