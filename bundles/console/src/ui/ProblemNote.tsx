import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { fieldText, problemText } from './problemText';
import { asProblem, fieldOf, type ServerProblem } from './server/problem';

/** Each fault once: the problem's own words are those of its fields, in English. */
export function noteText(t: TFunction, problem: ServerProblem): string {
  const own = problem.errors.some((one) => one.code === problem.code);
  if (problem.errors.length === 0 || (own && i18nHas(t, problem.code))) {
    return problemText(t, problem);
  }
  return problem.errors.map((one) => [fieldOf(one.pointer), fieldText(t, one, problem.params)].filter(Boolean).join(': ')).join('; ');
}

function i18nHas(t: TFunction, code: string): boolean {
  return t(`problems:${code}`, { defaultValue: '' }) !== '';
}

/** What was refused, above the form it belongs to. */
export function ProblemNote({ problem }: { problem: unknown }) {
  const { t } = useTranslation('problems');
  if (!problem) {
    return null;
  }
  const refused = asProblem(problem);
  return (
    <Alert color="red" icon={<IconAlertTriangle size={18} />} role="alert">
      {noteText(t, refused)}
    </Alert>
  );
}
