import { type ReactNode, useState } from 'react';
import { useMeetingTitle } from '@/ui/useMeetingTitle';
import { Goodbye } from './room/Goodbye';
import { PreJoin } from './room/PreJoin';
import { RoomView } from './room/RoomView';
import { useDevices } from './room/useDevices';
import { useRoom } from './room/useRoom';
import { WaitingRoom } from './room/WaitingRoom';

interface VisitProps {
  portal: { id: string; name: string };
  /** Unknown until a guest has been let in. */
  meeting: string | undefined;
  title: string;
  link: string | undefined;
  me: string;
  guest?: { name: string; pin: boolean; nameRefused: boolean };
  problem?: ReactNode;
  /** Lets somebody in first, where that is needed. */
  admit?: (name: string, pin?: string) => Promise<boolean>;
  home?: () => void;
}

/** A visit to a meeting: before, during, after. */
export function Visit({ portal, meeting, title, link, me, guest, problem, admit, home }: VisitProps) {
  const [visit, setVisit] = useState({ number: 0, straight: false });
  return (
    <OneVisit
      key={visit.number}
      straight={visit.straight}
      again={(straight) => setVisit(({ number }) => ({ number: number + 1, straight }))}
      {...{ portal, meeting, title, link, me, guest, problem, admit, home }}
    />
  );
}

type OneVisitProps = { [K in keyof VisitProps]: VisitProps[K] | undefined } & {
  /** Whether to go in at once: the place was one's own a moment ago. */
  straight: boolean;
  again: (straight: boolean) => void;
};

function OneVisit(props: OneVisitProps) {
  const { portal, meeting, link, me = '', guest, problem, admit, home, straight, again } = props;
  const called = useMeetingTitle();
  const devices = useDevices(true);
  const [wanted, setWanted] = useState(straight);
  const [admitting, setAdmitting] = useState(false);
  const joined = wanted && meeting !== undefined;
  const controls = useRoom(portal!.id, meeting ?? '', devices, joined);
  const { phase, title: told } = controls.state;
  // Who is in, or at the door, is told the meeting's own title.
  const title = called({ title: told ?? props.title ?? '' });

  if (!joined) {
    return (
      <PreJoin
        portal={portal!.id}
        portalName={portal!.name}
        title={title}
        {...(guest ? { guest } : {})}
        me={me}
        devices={devices}
        problem={problem}
        joining={admitting}
        join={(name, pin) => {
          setAdmitting(true);
          void (admit?.(name, pin) ?? Promise.resolve(true)).then(setWanted).finally(() => setAdmitting(false));
        }}
      />
    );
  }
  if (phase === 'joining' || phase === 'in' || phase === 'lost') {
    return <RoomView title={title} meeting={meeting} link={link} me={me} devices={devices} controls={controls} />;
  }
  if (phase === 'waiting') {
    return (
      <WaitingRoom
        portalName={portal!.name}
        title={title}
        removed={controls.state.removedBefore}
        problem={controls.state.problem}
        leave={controls.leave}
      />
    );
  }
  return <Goodbye portalName={portal!.name} state={controls.state} again={again} home={home} />;
}
