import type { TFunction } from 'i18next';
import type { ServerProblem } from './server/problem';
import type { FieldError } from './server/types';

/** Says a problem in the reader's language: by its code, else as the server put it, else by its status. */
export function problemText(t: TFunction, problem: ServerProblem): string {
  const byStatus = String(t([`problems:status.${problem.status}`, 'problems:status.other']));
  const said = problem.message === problem.code ? byStatus : problem.message;
  return String(t(`problems:${problem.code}`, { ...problem.params, defaultValue: said }));
}

/** Says what is wrong with one field; the limits that it names are those of the problem, `place` counts within a list, from 1. */
export function fieldText(t: TFunction, error: FieldError, params: Record<string, unknown> = {}): string {
  const index = /\/(\d+)$/.exec(error.pointer)?.[1];
  const place = index === undefined ? {} : { place: Number(index) + 1 };
  return String(t(`problems:${error.code}`, { ...params, ...place, defaultValue: error.detail }));
}
