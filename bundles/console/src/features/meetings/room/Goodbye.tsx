import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/ui/problemText';
import { ServerProblem } from '@/ui/server/problem';
import { Over } from './Over';
import type { RoomState } from './Room';

interface GoodbyeProps {
  portalName: string;
  state: RoomState;
  /** Comes in again, at once or by way of the preview. */
  again: (straight: boolean) => void;
  /** Where people with an account go on; guests go to the portal's entrance. */
  home: (() => void) | undefined;
}

/** What the reasons why somebody was taken out are called; any other is a host's. */
const REASONS: Record<string, string> = {
  refused: 'room:lobby.refused',
  replaced: 'room:elsewhere',
  media: 'room:unreached',
};

/** After a meeting, however it ended. */
export function Goodbye({ portalName, state, again, home }: GoodbyeProps) {
  const { t } = useTranslation(['meetings', 'problems', 'room']);
  const { phase, problem, reason = '' } = state;
  const said = REASONS[reason] ?? `over.${phase}`;
  const text =
    phase === 'failed' && problem
      ? problemText(t, new ServerProblem({ ...problem, status: problem.status ?? 0 }))
      : t(`${said}.text`);
  const replaced = reason === 'replaced';
  const mayReturn = phase !== 'ended' && (phase !== 'removed' || reason === 'media');
  return (
    <Over
      portalName={portalName}
      phase={phase}
      title={t(said)}
      text={text}
      action={
        <Group justify="center">
          {replaced ? <Button onClick={() => again(true)}>{t('room:elsewhere.back')}</Button> : null}
          {mayReturn ? (
            <Button onClick={() => again(false)} variant={home ? 'default' : 'filled'}>
              {t('over.again')}
            </Button>
          ) : null}
          {home ? (
            <Button onClick={home}>{t('over.home')}</Button>
          ) : mayReturn || replaced ? null : (
            <Button component="a" href="/" variant="default">
              {t('over.entrance', { portal: portalName })}
            </Button>
          )}
        </Group>
      }
    />
  );
}
