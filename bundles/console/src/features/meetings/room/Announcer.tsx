import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomState } from './Room';
import classes from './RoomView.module.css';

/** Says what has just happened, for whoever does not see it: who came and went, who waits, hands and screens. */
export function Announcer({ state }: { state: RoomState }) {
  const { t } = useTranslation('room');
  const [said, setSaid] = useState('');
  const before = useRef(state);
  useEffect(() => {
    const was = before.current;
    before.current = state;
    if (was.phase !== 'in' || state.phase !== 'in') {
      return;
    }
    const name = (id: string) => [...state.participants, ...was.participants].find((one) => one.id === id)?.name ?? '';
    const ids = (of: RoomState) => of.participants.map((one) => one.id);
    const fresh = (now: string[], then: string[]) => now.filter((id) => !then.includes(id) && id !== state.me);
    const lines = [
      ...fresh(ids(state), ids(was)).map((id) => t('say.joined', { name: name(id) })),
      ...fresh(ids(was), ids(state)).map((id) => t('say.left', { name: name(id) })),
      ...fresh(state.life.facts.hands, was.life.facts.hands).map((id) => t('say.hand', { name: name(id) })),
      ...fresh(state.life.facts.sharers, was.life.facts.sharers).map((id) => t('say.shares', { name: name(id) })),
      ...state.life.facts.waiting
        .filter((one) => !was.life.facts.waiting.some((other) => other.id === one.id))
        .map((one) => t('say.waits', { name: one.name })),
      ...(state.life.recording.since && !was.life.recording.since ? [t('say.record')] : []),
      ...(!state.life.recording.since && was.life.recording.since ? [t('say.recordEnded')] : []),
      ...(state.life.chat.length > was.life.chat.length && state.life.chat.at(-1)?.participant !== state.me
        ? [t('say.wrote', { name: state.life.chat.at(-1)?.name })]
        : []),
    ];
    if (lines.length > 0) {
      setSaid(lines.join(' '));
    }
  }, [state, t]);
  return (
    <p className={classes.title} role="status" aria-live="polite">
      {said}
    </p>
  );
}
