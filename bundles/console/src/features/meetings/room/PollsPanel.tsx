import { ActionIcon, Button, Checkbox, Group, Paper, Progress, Radio, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Poll } from './facts';
import { Panel } from './Panel';
import classes from './PollsPanel.module.css';
import type { Room, RoomState } from './Room';

const MOST = 10;

/** Questions to everybody: a host asks, all answer, all see the result. */
export function PollsPanel({ room, state, host, close }: { room: Room; state: RoomState; host: boolean; close: () => void }) {
  const { t } = useTranslation('room');
  const [asking, setAsking] = useState(false);
  const polls = [...state.life.polls].reverse();
  return (
    <Panel title={t('polls')} close={close}>
      {host && !asking ? (
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setAsking(true)}>
          {t('poll.new')}
        </Button>
      ) : null}
      {asking ? <Question room={room} done={() => setAsking(false)} /> : null}
      {polls.length === 0 && !asking ? (
        <Text c="dimmed" size="sm">
          {host ? t('polls.empty.host') : t('polls.empty')}
        </Text>
      ) : null}
      <Stack gap="sm">
        {polls.map((poll) => (
          <PollCard key={poll.id} poll={poll} room={room} host={host} />
        ))}
      </Stack>
    </Panel>
  );
}

function PollCard({ poll, room, host }: { poll: Poll; room: Room; host: boolean }) {
  const { t } = useTranslation('room');
  const most = Math.max(1, ...poll.votes);
  const choose = (options: number[]) => room.act({ do: 'vote', poll: poll.id, options });
  const Choice = poll.multiple ? Checkbox : Radio;
  return (
    <Paper p="sm" withBorder component="section" aria-label={poll.question}>
      <Stack gap="xs">
        <Text fw={600}>{poll.question}</Text>
        {poll.options.map((option, i) => (
          <div key={i} className={classes.option}>
            {poll.open ? (
              <Choice
                label={option}
                name={poll.id}
                checked={poll.mine.includes(i)}
                onChange={() =>
                  choose(poll.multiple ? (poll.mine.includes(i) ? poll.mine.filter((one) => one !== i) : [...poll.mine, i]) : [i])
                }
              />
            ) : (
              <Text size="sm">{option}</Text>
            )}
            <Text size="sm" c="dimmed" className={classes.votes}>
              {t('poll.votes', { count: poll.votes[i] ?? 0 })}
            </Text>
            <Progress className={classes.bar} value={((poll.votes[i] ?? 0) / most) * 100} aria-hidden />
          </div>
        ))}
        {poll.open && host ? (
          <Button size="xs" variant="default" onClick={() => room.act({ do: 'close-poll', poll: poll.id })}>
            {t('poll.close')}
          </Button>
        ) : poll.open ? null : (
          <Text size="xs" c="dimmed">
            {t('poll.closed')}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

function Question({ room, done }: { room: Room; done: () => void }) {
  const { t } = useTranslation('room');
  const [question, setQuestion] = useState('');
  const [options, setOptions] = useState(['', '']);
  const [multiple, setMultiple] = useState(false);
  const given = options.map((option) => option.trim()).filter(Boolean);
  const twice = (option: string, i: number) => option.trim() !== '' && options.slice(0, i).some((one) => one.trim() === option.trim());
  const ready = question.trim() !== '' && given.length > 1 && !options.some(twice);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) {
          room.act({ do: 'open-poll', question: question.trim(), options: given, multiple });
          done();
        }
      }}
    >
      <Stack gap="xs">
        <TextInput label={t('poll.question')} value={question} maxLength={200} data-autofocus onChange={(event) => setQuestion(event.currentTarget.value)} />
        {options.map((option, i) => (
          <TextInput
            key={i}
            label={t('poll.option', { number: i + 1 })}
            value={option}
            maxLength={80}
            error={twice(option, i) ? t('poll.option.twice') : undefined}
            onChange={(event) => setOptions(options.map((one, j) => (j === i ? event.target.value : one)))}
            rightSection={
              options.length > 2 ? (
                <ActionIcon variant="subtle" color="gray" aria-label={t('poll.option.remove', { number: i + 1 })} onClick={() => setOptions(options.filter((_, j) => j !== i))}>
                  <IconX size={16} />
                </ActionIcon>
              ) : undefined
            }
          />
        ))}
        {options.length < MOST ? (
          <Button size="xs" variant="subtle" leftSection={<IconPlus size={14} />} onClick={() => setOptions([...options, ''])}>
            {t('poll.option.add')}
          </Button>
        ) : null}
        <Checkbox label={t('poll.multiple')} checked={multiple} onChange={(event) => setMultiple(event.currentTarget.checked)} />
        <Group justify="flex-end" gap="xs">
          <Button size="sm" variant="default" onClick={done}>
            {t('ui:cancel')}
          </Button>
          <Button size="sm" type="submit" disabled={!ready}>
            {t('poll.ask')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
