/** What the editor asks of the TypeScript service in its worker, and what it answers. */
export interface Completion {
  label: string;
  kind: string;
  insert: string | undefined;
  rank: string;
  /** Its type, of those that are likely meant. */
  detail: string;
}

export interface Completions {
  from: number;
  entries: Completion[];
}

export interface Hint {
  from: number;
  to: number;
  signature: string;
  documentation: string;
}

export interface Finding {
  from: number;
  to: number;
  severity: 'error' | 'warning' | 'info';
  message: string;
}

export interface Service {
  start(declarations: string): Promise<void>;
  update(text: string): Promise<void>;
  complete(position: number): Promise<Completions | undefined>;
  describe(label: string, position: number): Promise<string>;
  hint(position: number): Promise<Hint | undefined>;
  findings(): Promise<Finding[]>;
}

export interface Call {
  id: number;
  method: keyof Service;
  args: unknown[];
}

export interface Reply {
  id: number;
  result?: unknown;
  error?: string;
}
