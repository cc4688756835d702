import type { FieldError, ProblemJson } from './types';

/** What the server refused, or that it could not be reached (status 0). */
export class ServerProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Record<string, unknown>;
  readonly errors: FieldError[];
  readonly traceId: string | undefined;

  constructor(problem: Partial<ProblemJson> & { status: number; code: string }) {
    super(problem.detail ?? problem.title ?? problem.code);
    this.name = 'ServerProblem';
    this.status = problem.status;
    this.code = problem.code;
    this.params = (problem.params ?? {}) as Record<string, unknown>;
    this.errors = problem.errors ?? [];
    this.traceId = problem.traceId;
  }

  static unreachable(): ServerProblem {
    return new ServerProblem({ status: 0, code: 'unreachable' });
  }

  /** Reads the problem of a refused request; whatever a proxy in between may have answered. */
  static async from(response: Response): Promise<ServerProblem> {
    const status = response.status;
    try {
      const body = (await response.clone().json()) as Partial<ProblemJson>;
      return new ServerProblem({ ...body, status, code: body.code ?? `http-${status}` });
    } catch {
      return new ServerProblem({ status, code: `http-${status}` });
    }
  }
}

/** Anything thrown, as a problem. */
export function asProblem(error: unknown): ServerProblem {
  if (error instanceof ServerProblem) {
    return error;
  }
  if (error && typeof error === 'object' && 'code' in error && 'status' in error) {
    return new ServerProblem(error as ProblemJson & { status: number; code: string });
  }
  return new ServerProblem({
    status: -1,
    code: 'unexpected',
    detail: error instanceof Error ? error.message : String(error),
  });
}

/** `/allowedHosts/0` becomes `allowedHosts`, `/values/token` with prefix `/values` becomes `token`. */
export function fieldOf(pointer: string, prefix = ''): string {
  const rest = pointer.startsWith(prefix) ? pointer.slice(prefix.length) : pointer;
  const first = rest.replace(/^\//, '').split('/')[0] ?? '';
  return first.replaceAll('~1', '/').replaceAll('~0', '~');
}
