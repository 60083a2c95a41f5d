/** Scalars that only the complete schema uses. The script tag does not load them at first. */
import { scalar } from './scalars.js';

/** A whole number. */
export const integer = /* @__PURE__ */ scalar('integer', (value) =>
  Number.isSafeInteger(value) ? (value as number) : undefined,
);

/** A SHA-256 hash as 64 lower-case hex digits. */
export const sha256 = /* @__PURE__ */ scalar('sha256', (value) =>
  typeof value === 'string' && /^[\da-f]{64}$/.test(value) ? value : undefined,
);

/** CSL-JSON's `date-parts`: one or two dates, each with year, month and day, as numbers or digits. */
export const dateParts = /* @__PURE__ */ scalar('date-parts', (value) => {
  if (!Array.isArray(value)) return undefined;
  const dates = value
    .slice(0, 2)
    .map((parts: unknown) =>
      Array.isArray(parts)
        ? parts
            .slice(0, 3)
            .map((part: unknown) => (typeof part === 'string' && /^-?\d+$/.test(part) ? Number(part) : part))
        : [],
    );
  return dates.every((parts) => parts.length && parts.every(Number.isSafeInteger))
    ? (dates as readonly (readonly number[])[])
    : undefined;
});
