/** Formats a number with its noun: "1 record", "2 records". */
export const counted = (number: number, what: string) => `${number} ${number === 1 ? what : `${what}s`}`;
