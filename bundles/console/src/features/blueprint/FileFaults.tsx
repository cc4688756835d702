import { Alert, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fieldText, problemText } from '@/ui/problemText';
import { asProblem } from '@/ui/server/problem';

/** What is wrong with a file: each fault with its line and place. */
export function FileFaults({ error }: { error: unknown }) {
  const { t } = useTranslation(['blueprint', 'problems']);
  const problem = asProblem(error);
  const lines = (problem.params?.lines ?? {}) as Record<string, number>;
  const errors = problem.errors;
  return (
    <Alert color="red" title={t('faults')} role="alert">
      {errors.length === 0 ? (
        problemText(t, problem)
      ) : (
        <List size="sm" spacing={4}>
          {errors.map((fault) => (
            <List.Item key={fault.pointer + fault.code}>
              <Text span fw={600}>
                {lines[fault.pointer] ? t('fault.line', { line: lines[fault.pointer] }) : ''}
              </Text>{' '}
              <Text span ff="monospace" size="xs" style={{ overflowWrap: 'anywhere' }}>
                {fault.pointer || '/'}
              </Text>{' '}
              {fieldText(t, { ...fault, detail: fault.detail.replace(/ \(line \d+\)$/, '') })}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
