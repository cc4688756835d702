import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/ui/problemText';
import { ServerProblem } from '@/ui/server/problem';
import { Over } from './Over';
import type { RoomState } from './Room';

interface GoodbyeProps {
  portalName: string;
  state: RoomState;
  again: () => void;
  /** Where people with an account go on; guests go to the portal's entrance. */
  home: (() => void) | undefined;
}

/** After a meeting, however it ended. */
export function Goodbye({ portalName, state, again, home }: GoodbyeProps) {
  const { t } = useTranslation(['meetings', 'problems', 'room']);
  const { phase, problem } = state;
  const text =
    phase === 'failed' && problem
      ? problemText(t, new ServerProblem({ ...problem, status: problem.status ?? 0 }))
      : state.reason === 'refused'
        ? t('room:lobby.refused.text')
        : t(`over.${phase}.text`);
  const mayReturn = phase !== 'ended' && phase !== 'removed';
  return (
    <Over
      portalName={portalName}
      phase={phase}
      title={state.reason === 'refused' ? t('room:lobby.refused') : t(`over.${phase}`)}
      text={text}
      action={
        <Group justify="center">
          {mayReturn ? (
            <Button onClick={again} variant={home ? 'default' : 'filled'}>
              {t('over.again')}
            </Button>
          ) : null}
          {home ? (
            <Button onClick={home}>{t('over.home')}</Button>
          ) : mayReturn ? null : (
            <Button component="a" href="/" variant="default">
              {t('over.entrance', { portal: portalName })}
            </Button>
          )}
        </Group>
      }
    />
  );
}
