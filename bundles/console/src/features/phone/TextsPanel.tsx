import { ActionIcon, Badge, Button, Group, Stack, Text, Textarea, UnstyledButton } from '@mantine/core';
import { IconArrowLeft, IconSend } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { When } from '@/ui/When';
import { type Conversation, isLong, type PhoneText } from './conversations';
import classes from './Phone.module.css';
import type { Texts } from './Texts';
import { useNames } from './useNames';
import { type Found, target, useFound, WhoField } from './WhoField';

interface TextsPanelProps {
  texts: Texts;
  list: Conversation[];
  ready: boolean;
}

/** Texts from phone to phone: with whom, and what. */
export function TextsPanel({ texts, list, ready }: TextsPanelProps) {
  const { t } = useTranslation('phone');
  const [shown, setShown] = useState<Found | 'new'>();
  const names = useNames();
  if (shown === 'new') {
    return <NewText pick={setShown} back={() => setShown(undefined)} />;
  }
  if (shown) {
    const found = list.find(({ number }) => number === shown.number) ?? { ...shown, texts: [], unread: 0 };
    return <Talk texts={texts} talk={{ ...found, name: names(found.number) || found.name }} ready={ready} back={() => setShown(undefined)} />;
  }
  return (
    <Stack gap="xs">
      {list.length === 0 ? (
        <Text c="dimmed">{t('texts.none')}</Text>
      ) : (
        <ul className={classes.found} aria-label={t('texts')}>
          {list.map(({ number, name, texts: all, unread }) => (
            <li key={number}>
              <UnstyledButton className={classes.entry} onClick={() => setShown({ number, name })}>
                <Group justify="space-between" wrap="nowrap" gap="xs">
                  <Text truncate fw={unread > 0 ? 650 : 400}>
                    {names(number) || name || number}
                  </Text>
                  {unread > 0 ? (
                    <Badge size="sm" aria-label={t('texts.unread', { count: unread })}>
                      {unread}
                    </Badge>
                  ) : null}
                </Group>
                <Text size="sm" c="dimmed" truncate>
                  {all.at(-1)?.text}
                </Text>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      <Button variant="default" disabled={!ready} onClick={() => setShown('new')}>
        {t('texts.new')}
      </Button>
    </Stack>
  );
}

function Back({ back }: { back: () => void }) {
  const { t } = useTranslation('phone');
  return (
    <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('texts.back')} onClick={back}>
      <IconArrowLeft size={18} aria-hidden />
    </ActionIcon>
  );
}

function NewText({ pick, back }: { pick: (who: Found) => void; back: () => void }) {
  const { t } = useTranslation('phone');
  const [text, setText] = useState('');
  const found = useFound(text);
  const wanted = target(text, found);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted) {
          pick(wanted);
        }
      }}
    >
      <Back back={back} />
      <WhoField label={t('texts.to')} text={text} change={setText} found={found} pick={pick} />
      <Button type="submit" size="xs" disabled={!wanted}>
        {t('texts.write')}
      </Button>
    </form>
  );
}

function Talk({ texts, talk, ready, back }: { texts: Texts; talk: Conversation; ready: boolean; back: () => void }) {
  const { t } = useTranslation('phone');
  const [draft, setDraft] = useState('');
  const { number, name, texts: all, unread } = talk;
  const long = isLong(draft);
  useEffect(() => texts.read(number), [texts, number, unread]);
  const send = () => {
    if (ready && draft.trim() && !long) {
      texts.send(number, name, draft.trim());
      setDraft('');
    }
  };
  return (
    <Stack gap="xs">
      <Group gap="xs" wrap="nowrap">
        <Back back={back} />
        <Text fw={550} truncate>
          {name || number} {name ? <span className="tabular">{number}</span> : null}
        </Text>
      </Group>
      <div role="log" aria-label={t('texts.with', { who: name || number })} className={classes.talk} ref={(log) => log?.scrollTo?.(0, log.scrollHeight)} tabIndex={0}>
        {all.map((one) => (
          <OneText key={one.id} text={one} />
        ))}
      </div>
      <Textarea
        label={t('texts.text')}
        value={draft}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={1_300}
        error={long ? t('text.long') : undefined}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            send();
          }
        }}
      />
      <Button size="xs" leftSection={<IconSend size={16} aria-hidden />} disabled={!ready || long || !draft.trim()} onClick={send}>
        {t('texts.send')}
      </Button>
    </Stack>
  );
}

function OneText({ text: { own, text, at, state } }: { text: PhoneText }) {
  const { t } = useTranslation('phone');
  return (
    <div className={classes.text} data-own={own || undefined}>
      <Text size="sm" className={classes.words}>
        {text}
      </Text>
      <Text size="xs" c={state && state !== 'going' ? 'red.8' : 'dimmed'}>
        {state ? t(`text.${state}`) : <When at={new Date(at).toISOString()} />}
      </Text>
    </div>
  );
}
