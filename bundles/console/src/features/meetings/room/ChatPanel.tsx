import { ActionIcon, Anchor, Button, FileButton, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { IconFile, IconPaperclip, IconSend2 } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/ui/problemText';
import { asProblem } from '@/ui/server/problem';
import { useSession } from '@/ui/server/session';
import { postFile } from './files';
import { pieces } from './links';
import type { ChatLine } from './facts';
import { Panel } from './Panel';
import classes from './ChatPanel.module.css';
import type { Room, RoomState } from './Room';

const LIMIT = 2000;

/** What is written during the meeting; new lines are read aloud. */
export function ChatPanel({ room, state, meeting, close }: { room: Room; state: RoomState; meeting: string; close: () => void }) {
  const { t } = useTranslation('room');
  const end = useRef<HTMLLIElement>(null);
  const { chat } = state.life;
  // Newer browsers answer a promise, which is no way to clean up.
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [chat.length]);
  return (
    <Panel title={t('chat')} close={close}>
      <div className={classes.log} role="log" aria-label={t('chat')} tabIndex={0}>
        <ol className={classes.lines}>
        {chat.length === 0 ? (
          <li className={classes.nothing}>
            <Text c="dimmed" size="sm">
              {t('chat.empty')}
            </Text>
          </li>
        ) : null}
        {chat.map((line, i) => (
          <Line
            key={line.id}
            line={line}
            mine={line.own}
            again={i > 0 && sameWriter(chat[i - 1]!, line)}
            meeting={meeting}
          />
        ))}
        <li ref={end} aria-hidden className={classes.end} />
        </ol>
      </div>
      <Writer room={room} state={state} meeting={meeting} />
    </Panel>
  );
}

/** Whether two lines in a row need no second name above them. */
function sameWriter(one: ChatLine, other: ChatLine): boolean {
  return one.own === other.own && one.name === other.name && (one.own || one.participant === other.participant);
}

function Line({ line, mine, again, meeting }: { line: ChatLine; mine: boolean; again: boolean; meeting: string }) {
  const { t, i18n } = useTranslation('room');
  const { portal } = useSession();
  const time = new Date(line.at).toLocaleTimeString(i18n.language, { hour: '2-digit', minute: '2-digit' });
  return (
    <li className={classes.line} data-mine={mine || undefined}>
      {again ? null : (
        <Text size="xs" c="dimmed">
          {mine ? t('you') : line.name} · {time}
        </Text>
      )}
      <Paper className={classes.text}>
        <Written text={line.text} />
        {line.file ? (
          <Anchor href={`/api/v1/portals/${portal.id}/meetings/${meeting}/files/${line.file.id}`} download={line.file.name} className={classes.file}>
            <IconFile size={18} aria-hidden />
            <span>{line.file.name}</span>
            <span className={classes.size}>{size(line.file.size, i18n.language)}</span>
          </Anchor>
        ) : null}
      </Paper>
    </li>
  );
}

/** What was written, with a way to the pages it names; they learn nothing of the meeting. */
function Written({ text }: { text: string }) {
  return pieces(text).map(({ text: shown, href }, i) =>
    href ? (
      <Anchor key={i} href={href} target="_blank" rel="noopener noreferrer nofollow" inherit underline="always">
        {shown}
      </Anchor>
    ) : (
      shown
    ),
  );
}

function size(bytes: number, language: string): string {
  const units = { byte: 1, kilobyte: 1000, megabyte: 1_000_000 } as const;
  const unit = bytes < units.kilobyte ? 'byte' : bytes < units.megabyte ? 'kilobyte' : 'megabyte';
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  return (bytes / units[unit]).toLocaleString(language, { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 });
}

function Writer({ room, state, meeting }: { room: Room; state: RoomState; meeting: string }) {
  const { t } = useTranslation(['room', 'problems']);
  const session = useSession();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const tooLong = text.length > LIMIT;

  function send() {
    if (text.trim() && !tooLong) {
      room.act({ do: 'chat', text });
      setText('');
    }
  }

  async function attach(file: File | null) {
    if (!file || !state.me) {
      return;
    }
    setBusy(true);
    setTrouble(undefined);
    try {
      await postFile(session, meeting, state.me, file);
    } catch (error) {
      const refused = asProblem(error);
      const named = refused.errors.some(({ pointer }) => pointer === '/name');
      setTrouble(named ? t('chat.file.name') : problemText(t, refused));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Stack gap={6}>
      {trouble ? (
        <Text size="sm" c="red" role="alert">
          {trouble}
        </Text>
      ) : null}
      <Textarea
        label={t('chat.write')}
        labelProps={{ className: classes.srOnly }}
        placeholder={t('chat.write')}
        autosize
        minRows={1}
        maxRows={5}
        error={tooLong ? t('chat.long', { count: text.length - LIMIT }) : undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            send();
          }
        }}
      />
      <Group justify="space-between">
        <FileButton onChange={(file) => void attach(file)}>
          {(props) => (
            <ActionIcon {...props} variant="subtle" color="gray" size="lg" loading={busy} aria-label={t('chat.file')}>
              <IconPaperclip size={20} />
            </ActionIcon>
          )}
        </FileButton>
        <Button size="sm" rightSection={<IconSend2 size={16} />} onClick={send} disabled={!text.trim() || tooLong}>
          {t('chat.send')}
        </Button>
      </Group>
    </Stack>
  );
}
