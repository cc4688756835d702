import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/ui/problemText';
import { ServerProblem } from '@/ui/server/problem';
import type { ProblemJson } from '@/ui/server/types';
import { Over } from './Over';

interface WaitingRoomProps {
  portalName: string;
  title: string;
  removed: boolean;
  /** Why there is no way in although a host let them in. */
  problem: ProblemJson | undefined;
  leave: () => void;
}

/** Before the door: a host has been told, and will open. */
export function WaitingRoom({ portalName, title, removed, problem, leave }: WaitingRoomProps) {
  const { t } = useTranslation(['room', 'problems']);
  return (
    <Over
      portalName={portalName}
      phase="waiting"
      title={t('lobby.title')}
      text={t(removed ? 'lobby.text.removed' : 'lobby.text', { title })}
      action={
        <>
          <Text size="sm" c="dimmed" mb="md" role="status">
            {problem ? problemText(t, new ServerProblem({ ...problem, status: problem.status ?? 0 })) : t('lobby.told')}
          </Text>
          <Button variant="default" onClick={leave}>
            {t('lobby.leave')}
          </Button>
        </>
      }
    />
  );
}
