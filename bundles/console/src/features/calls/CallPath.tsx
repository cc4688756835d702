import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallDecision } from '@/ui/server/types';
import { When } from '@/ui/When';
import classes from './CallPath.module.css';

export interface PathStep {
  at?: string;
  decision: CallDecision;
}

/** What fills the words of a step; applications are told by their names in the reader's language. */
function filling({ step, params }: CallDecision, application: (name: string) => string) {
  return step === 'application' && params.name ? { ...params, name: application(params.name) } : params;
}

/** The decisions of a call as sockets on a cable, each with its reason. */
export function CallPath({ steps, started }: { steps: PathStep[]; started?: string }) {
  const { t } = useTranslation('calls');
  return (
    <ol className={classes.path} aria-label={t('path')}>
      {steps.map((step, index) => (
        <li key={index} className={classes.step}>
          {t(`path.${step.decision.step}.${step.decision.reason}`, {
            ...filling(step.decision, (name) => t(`application.${name}`, { defaultValue: name })),
            defaultValue: `${step.decision.step}: ${step.decision.reason}`,
          })}
          {step.at ? (
            <Text span size="xs" c="dimmed" ml="sm">
              <When at={step.at} seconds {...(started ? { after: started } : {})} />
            </Text>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
