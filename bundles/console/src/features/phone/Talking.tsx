import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import {
  IconArrowForwardUp,
  IconDialpad,
  IconDisc,
  IconHeadset,
  IconMessage,
  IconMicrophone,
  IconMicrophoneOff,
  IconParking,
  IconPlayerPause,
  IconPlayerPlay,
  IconUserPlus,
  IconUserQuestion,
} from '@tabler/icons-react';
import { type ComponentType, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/ui/problemText';
import { client } from '@/ui/server/client';
import { asProblem, type ServerProblem } from '@/ui/server/problem';
import { usePortal } from '@/ui/server/session';
import type { LiveCall } from '@/ui/server/types';
import { DeviceForm } from './DeviceForm';
import { Keypad } from './Keypad';
import type { PhoneCall, PhoneCalls } from './PhoneCalls';
import { target, useFound, WhoField } from './WhoField';

interface TalkingProps {
  calls: PhoneCalls;
  call: PhoneCall;
  live: LiveCall | undefined;
  beside: boolean;
  texts: ReactNode;
  parking: (call: string) => void;
}

type Drawer = 'keypad' | 'transfer' | 'consult' | 'add' | 'texts' | 'devices';

/** What can be done with a call while one talks. */
export function Talking({ calls, call, live, beside, texts, parking }: TalkingProps) {
  const { t } = useTranslation(['phone', 'problems']);
  const [drawer, setDrawer] = useState<Drawer>();
  const { problem, run } = useVerb();
  const close = () => setDrawer(undefined);
  const opens = (which: Drawer) => ({
    pressed: drawer === which,
    expanded: drawer === which,
    run: () => setDrawer(drawer === which ? undefined : which),
  });
  const park = async (id: string) => {
    parking(id);
    await run((params) => client.POST('/portals/{portal}/calls/{call}/park', { params, body: {} }), id);
  };
  const add = (number: string) => {
    close();
    if (live) {
      void run((params) => client.POST('/portals/{portal}/calls/{call}/add', { params, body: { to: number } }), live.id);
    }
  };
  const record = (id: string, on: boolean) =>
    void run((params) => client.POST('/portals/{portal}/calls/{call}/record', { params, body: { on } }), id);
  return (
    <Stack gap="xs">
      {problem ? (
        <Alert color="red" variant="light" role="alert">
          {problemText(t as never, problem)}
        </Alert>
      ) : null}
      <Group gap="xs" grow preventGrowOverflow={false}>
        <Verb icon={call.held ? IconPlayerPlay : IconPlayerPause} name={t(call.held ? 'resume' : 'hold')} pressed={call.held} run={() => calls.hold(!call.held)} />
        <Verb icon={call.muted ? IconMicrophoneOff : IconMicrophone} name={t(call.muted ? 'unmute' : 'mute')} pressed={call.muted} run={() => calls.mute(!call.muted)} />
        <Verb icon={IconDialpad} name={t('keypad')} {...opens('keypad')} />
        <Verb icon={IconArrowForwardUp} name={t('transfer')} {...opens('transfer')} />
        {beside ? null : <Verb icon={IconUserQuestion} name={t('consult')} {...opens('consult')} />}
        {live && !beside ? (
          <>
            <Verb icon={IconUserPlus} name={t('add')} {...opens('add')} />
            <Verb icon={IconParking} name={t('park')} run={() => void park(live.id)} />
          </>
        ) : null}
        {live ? <Verb icon={IconDisc} name={t(live.recorded ? 'record.stop' : 'record')} pressed={live.recorded} run={() => record(live.id, !live.recorded)} /> : null}
        <Verb icon={IconMessage} name={t('texts')} {...opens('texts')} />
        <Verb icon={IconHeadset} name={t('devices')} {...opens('devices')} />
      </Group>
      {drawer === 'keypad' ? <Tones press={(key) => calls.press(key)} /> : null}
      {drawer === 'transfer' ? <WhoForm label={t('transfer.to')} action={t('transfer.now')} done={(number) => calls.transfer(number)} /> : null}
      {drawer === 'consult' ? (
        <WhoForm
          label={t('consult.to')}
          action={t('call')}
          done={(number, name) => {
            close();
            void calls.call(number, name);
          }}
        />
      ) : null}
      {drawer === 'add' ? <WhoForm label={t('add.who')} action={t('add.now')} done={add} /> : null}
      {drawer === 'texts' ? texts : null}
      {drawer === 'devices' ? <DeviceForm calls={calls} /> : null}
    </Stack>
  );
}

interface VerbProps {
  icon: ComponentType<{ size: number; 'aria-hidden': boolean }>;
  name: string;
  pressed?: boolean;
  expanded?: boolean;
  run: () => void;
}

export function Verb({ icon: Icon, name, pressed, expanded, run }: VerbProps) {
  return (
    <Button
      size="xs"
      variant={pressed ? 'light' : 'default'}
      aria-expanded={expanded}
      leftSection={<Icon size={16} aria-hidden />}
      onClick={run}
    >
      {name}
    </Button>
  );
}

/** Has the server do something with a call, and keeps what it says against it. */
function useVerb() {
  const portal = usePortal().id;
  const [problem, setProblem] = useState<ServerProblem>();
  const run = async (ask: (params: { path: { portal: string; call: string } }) => Promise<unknown>, call: string) => {
    setProblem(undefined);
    try {
      await ask({ path: { portal, call } });
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return { problem, run };
}

export function Tones({ press }: { press: (key: string) => void }) {
  const { t } = useTranslation('phone');
  const [pressed, setPressed] = useState('');
  return (
    <>
      <Text ta="center" className="tabular" aria-label={t('pressed')} role="status">
        {pressed.slice(-20)}
      </Text>
      <Keypad
        press={(key) => {
          setPressed((before) => before + key);
          press(key);
        }}
      />
    </>
  );
}

function WhoForm({ label, action, done }: { label: string; action: string; done: (number: string, name: string) => void }) {
  const [text, setText] = useState('');
  const found = useFound(text);
  const wanted = target(text, found);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted) {
          done(wanted.number, wanted.name);
        }
      }}
    >
      <WhoField label={label} text={text} change={setText} found={found} pick={({ number, name }) => done(number, name)} />
      <Button type="submit" size="xs" disabled={!wanted}>
        {action}
      </Button>
    </form>
  );
}
