import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { problemText } from './problemText';
import { asProblem } from './server/problem';

/** What was refused, above the form it belongs to. */
export function ProblemNote({ problem }: { problem: unknown }) {
  const { t } = useTranslation('problems');
  if (!problem) {
    return null;
  }
  const refused = asProblem(problem);
  return (
    <Alert color="red" icon={<IconAlertTriangle size={18} />} role="alert">
      {problemText(t, refused)}
      {refused.errors.length > 0 ? ` (${refused.errors.map((one) => `${one.pointer} ${one.detail}`).join('; ')})` : ''}
    </Alert>
  );
}
