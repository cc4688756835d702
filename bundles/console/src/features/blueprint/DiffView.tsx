import { Alert, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '@/ui/server/types';
import classes from './DiffView.module.css';

const MARKS = { SAME: ' ', ADDED: '+', REMOVED: '−', SKIPPED: '⋯' } as const;

/** What changes, line by line; marks say it beside the colour. */
export function DiffView({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation('blueprint');
  if (!comparison.different) {
    return <Alert color="green">{t('same')}</Alert>;
  }
  const count = (kind: string) => comparison.lines.filter((line) => line.kind === kind).length;
  return (
    <Stack gap="xs">
      <Text size="sm">
        {t('diff.counts', { added: count('ADDED'), removed: count('REMOVED') })}
      </Text>
      {comparison.hidden.length > 0 ? (
        <Alert color="yellow" title={t('diff.hidden')}>
          {comparison.hidden.join(', ')}
        </Alert>
      ) : null}
      {comparison.lines.length > 0 ? (
        <div className={classes.frame} role="region" aria-label={t('diff')} tabIndex={0}>
          <pre className={classes.lines}>
            {comparison.lines.map((line, i) => (
              // Lines have no other name than their place.
              <span key={i} className={classes.line} data-kind={line.kind}>
                <span className={classes.mark} aria-hidden>
                  {MARKS[line.kind]}
                </span>
                {line.kind === 'ADDED' || line.kind === 'REMOVED' ? (
                  <span className={classes.word}>{t(`diff.${line.kind}`)}: </span>
                ) : null}
                {line.kind === 'SKIPPED' ? t('diff.skipped', { count: Number(line.text) }) : line.text}
                {'\n'}
              </span>
            ))}
          </pre>
        </div>
      ) : null}
    </Stack>
  );
}
