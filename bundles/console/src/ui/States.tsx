import { Button, Code, CopyButton, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconCopy, IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LooseCable, PulledCable } from './Cable';
import { problemText } from './problemText';
import { asProblem } from './server/problem';
import classes from './States.module.css';

/** One drawing, one sentence that says what this place is for, one thing to do. */
export function Empty({ title, text, action, order = 2 }: { title: string; text: string; action?: ReactNode; order?: 1 | 2 }) {
  return (
    <div className={classes.state}>
      <LooseCable />
      <Title order={order}>{title}</Title>
      <Text c="dimmed" maw={460}>
        {text}
      </Text>
      {action}
    </div>
  );
}

/** The shape of what comes, after a moment: what is quick does not flicker. */
export function Loading({ rows = 6, label }: { rows?: number; label?: string }) {
  const { t } = useTranslation('ui');
  const late = useLate(150);
  return (
    <Stack gap="sm" aria-busy="true" aria-label={label ?? t('loading')} role="status">
      {late
        ? Array.from({ length: rows }, (_, i) => <Skeleton key={i} height={40} radius="md" style={{ opacity: 1 - i / (rows + 2) }} />)
        : null}
    </Stack>
  );
}

function useLate(after: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), after);
    return () => clearTimeout(timer);
  }, [after]);
  return late;
}

/** What happened, that nothing is lost, what to do; with the trace id for whoever looks after the server. */
export function Failed({ error, retry, title }: { error: unknown; retry?: () => void; title?: string }) {
  const { t } = useTranslation(['ui', 'problems']);
  const problem = asProblem(error);
  // What is not there is not there a second time either.
  const again = problem.status === 404 ? undefined : retry;
  return (
    <div className={classes.state} role="alert">
      <PulledCable />
      <Title order={2}>{title ?? t('failed.title')}</Title>
      <Text c="dimmed" maw={460}>
        {problemText(t, problem)}
      </Text>
      <Group justify="center">
        {again ? (
          <Button leftSection={<IconRefresh size={16} />} onClick={again} variant="default">
            {t('failed.retry')}
          </Button>
        ) : null}
        {problem.traceId ? <Trace id={problem.traceId} /> : null}
      </Group>
    </div>
  );
}

function Trace({ id }: { id: string }) {
  const { t } = useTranslation('ui');
  return (
    <CopyButton value={id}>
      {({ copied, copy }) => (
        <Button
          variant="subtle"
          color="gray"
          onClick={copy}
          leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
        >
          {t('failed.trace')}&nbsp;<Code>{id.slice(0, 12)}</Code>
        </Button>
      )}
    </CopyButton>
  );
}
