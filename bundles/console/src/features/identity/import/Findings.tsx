import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportFinding } from '@/ui/server/types';
import classes from './Import.module.css';
import { useFindingText } from './useFindingText';

/** What is odd or wrong about a row. */
export function Findings({ findings }: { findings: ImportFinding[] }) {
  const { t } = useTranslation('identity');
  const say = useFindingText();
  if (findings.length === 0) {
    return null;
  }
  return (
    <ul className={classes.findings}>
      {findings.map((finding) => (
        <li key={finding.column + finding.code}>
          {finding.column ? (
            <Text span inherit fw={550}>
              {finding.column}{' '}
            </Text>
          ) : null}
          {say(finding)}
          {finding.error ? null : (
            <Text span inherit c="dimmed">
              {' '}
              ({t('import.may')})
            </Text>
          )}
        </li>
      ))}
    </ul>
  );
}
