import { Button, Center, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/ui/problemText';
import { ServerProblem } from '@/ui/server/problem';
import { Empty } from '@/ui/States';
import type { RoomState } from './Room';

/** After a meeting, however it ended. */
export function Goodbye({ state, again, home }: { state: RoomState; again: (() => void) | undefined; home: (() => void) | undefined }) {
  const { t } = useTranslation(['meetings', 'problems']);
  const { phase, problem } = state;
  const text =
    phase === 'failed' && problem
      ? problemText(t, new ServerProblem({ ...problem, status: problem.status ?? 0 }))
      : t(`over.${phase}.text`);
  return (
    <Center mih="100dvh" component="main" data-phase={phase}>
      <Empty
        title={t(`over.${phase}`)}
        text={text}
        action={
          <Group justify="center">
            {again && phase !== 'ended' && phase !== 'removed' ? (
              <Button onClick={again} variant={home ? 'default' : 'filled'}>
                {t('over.again')}
              </Button>
            ) : null}
            {home ? <Button onClick={home}>{t('over.home')}</Button> : null}
          </Group>
        }
      />
    </Center>
  );
}
