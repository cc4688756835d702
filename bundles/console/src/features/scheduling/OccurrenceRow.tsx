import { Anchor, Button, Group, Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Occurrence } from '@/ui/server/types';
import { AnswerBadge } from './AnswerBadge';
import { span } from './days';

/** One time of a meeting in a list. */
export function OccurrenceRow({ one, language, zone }: { one: Occurrence; language: string; zone: string | undefined }) {
  const { t } = useTranslation('scheduling');
  return (
    <Paper p="md">
      <Group justify="space-between" gap="sm">
        <div style={{ minWidth: 0, flex: '1 1 220px' }}>
          <Anchor component={Link} to={`/meetings/planned/${one.meeting}`} c="inherit" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {one.title}
          </Anchor>
          <Text size="sm" c="dimmed">
            <span className="tabular">{span(one.starts, one.ends, language, zone)}</span> · {one.organizerName}
            {one.repeats ? ` · ${one.moved ? t('moved') : t('series')}` : ''}
          </Text>
        </div>
        {one.answer ? <AnswerBadge answer={one.answer} /> : null}
        <Button size="xs" variant="default" renderRoot={(props) => <Link to="/m/$code" params={{ code: one.code }} aria-label={t('join.of', { title: one.title })} {...props} />}>
          {t('join')}
        </Button>
      </Group>
    </Paper>
  );
}
