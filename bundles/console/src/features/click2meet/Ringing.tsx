import { Button, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LooseCable } from '@/ui/Cable';
import { ProblemNote } from '@/ui/ProblemNote';
import { ServerProblem } from '@/ui/server/problem';
import type { Ring, Talk } from '@/ui/server/types';
import { useLive } from '@/ui/server/useLive';
import type { Ended } from './TalkPage';

interface Told {
  waiting?: { until: string; ahead: number };
  answered?: { meeting: string; code: string };
  declined?: { message?: string };
  missed?: object;
}

interface RingingProps {
  portal: string;
  talk: Talk;
  ring: Ring;
  over: (ended?: Ended) => void;
}

/** It rings as long as this is open. */
export function Ringing({ portal, talk, ring, over }: RingingProps) {
  const { t } = useTranslation('click2meet');
  const navigate = useNavigate();
  const [ahead, setAhead] = useState(0);
  const [problem, setProblem] = useState<ServerProblem>();
  useLive('ringing', portal, { meeting: ring.id }, {
    data: (message) => {
      const told = message as Told;
      setProblem(undefined);
      if (told.waiting) {
        setAhead(told.waiting.ahead);
      } else if (told.answered) {
        // Who has an account comes as themselves.
        void (ring.session
          ? navigate({ to: '/m/$code', params: { code: told.answered.code }, replace: true })
          : navigate({ to: '/meetings/$id', params: { id: told.answered.meeting }, replace: true }));
      } else if (told.declined) {
        over({ how: 'declined', ...told.declined });
      } else if (told.missed) {
        over({ how: 'missed' });
      }
    },
    problem: (refused) => setProblem(new ServerProblem({ ...refused, status: refused.status ?? 0 })),
  });
  return (
    <Stack align="center" ta="center">
      <LooseCable />
      <Title order={1}>{problem ? t('ringing.refused') : t('ringing.title', { name: talk.name })}</Title>
      <ProblemNote problem={problem} />
      {problem ? null : (
        <Text c="dimmed" role="status">
          {ahead > 0 ? t('ringing.ahead', { count: ahead }) : t('ringing.text')}
        </Text>
      )}
      <Button variant="default" onClick={() => over()}>
        {t(problem ? 'ringing.back' : 'ringing.stop')}
      </Button>
    </Stack>
  );
}
