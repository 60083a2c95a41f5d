/** The tools that a record shows as buttons. */
export type ToolName = 'cite' | 'share' | 'print' | 'verify';
