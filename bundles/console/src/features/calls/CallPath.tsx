import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallDecision } from '@/ui/server/types';
import { When } from '@/ui/When';
import classes from './CallPath.module.css';

export interface PathStep {
  at?: string;
  decision: CallDecision;
}

/** The decisions of a call as sockets on a cable, each with its reason. */
export function CallPath({ steps }: { steps: PathStep[] }) {
  const { t } = useTranslation('calls');
  return (
    <ol className={classes.path} aria-label={t('path')}>
      {steps.map((step, index) => (
        <li key={index} className={classes.step}>
          {t(`path.${step.decision.step}.${step.decision.reason}`, {
            ...step.decision.params,
            defaultValue: `${step.decision.step}: ${step.decision.reason}`,
          })}
          {step.at ? (
            <Text span size="xs" c="dimmed" ml="sm">
              <When at={step.at} seconds />
            </Text>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
