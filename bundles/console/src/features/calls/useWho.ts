import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/ui/server/types';
import { people, roomName } from './people';

const MOST = 5;

/** Says who called whom: where more than two took part all of them, once. */
export function useWho(): (of: Conversation) => { from: string; to: string } {
  const { t } = useTranslation('calls');
  return (conversation) => {
    const [call] = conversation.calls;
    const names = people(conversation).map(({ name, number }) => name || number || t('withheld'));
    if (!call || (conversation.calls.length === 1 && names.length < 3)) {
      const called = call?.legs.find(({ name, number }) => name && number === call.called)?.name;
      return { from: call?.callerName || call?.caller || t('withheld'), to: called || (call?.called ?? '') };
    }
    const some = (of: string[]) =>
      of.length > MOST ? t('people.more', { names: of.slice(0, MOST).join(', '), count: of.length - MOST }) : of.join(', ');
    const room = roomName(conversation);
    return room === undefined
      ? { from: names[0] ?? t('withheld'), to: some(names.slice(1)) || call.called }
      : { from: some(names), to: t('room', { name: room }) };
  };
}
