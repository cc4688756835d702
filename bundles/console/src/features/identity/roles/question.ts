/** What the address of a question about rights holds. */
export const QUESTION = ['who', 'right', 'where', 'whom'] as const;

export interface Question {
  who?: string;
  right?: string;
  where?: string;
  whom?: string;
}
