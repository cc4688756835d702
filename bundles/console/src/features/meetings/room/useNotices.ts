import { useCallback, useEffect, useRef, useState } from 'react';

/** Something the room says for a while. */
export interface Notice {
  id: string;
  text: string;
}

export interface Notices {
  shown: Notice[];
  /** Says something; said again it stands once, for as long again. */
  say: (text: string) => void;
  drop: (id: string) => void;
}

const SECONDS = 12;
const MOST = 3;

/** What the room says by itself, as notes above the stage rather than over what one presses. */
export function useNotices(): Notices {
  const [shown, setShown] = useState<Notice[]>([]);
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const drop = useCallback((id: string) => {
    clearTimeout(timers.current.get(id));
    timers.current.delete(id);
    setShown((before) => before.filter((one) => one.id !== id));
  }, []);
  const say = useCallback(
    (text: string) => {
      clearTimeout(timers.current.get(text));
      timers.current.set(text, setTimeout(() => drop(text), SECONDS * 1000));
      setShown((before) => [...before.filter((one) => one.id !== text), { id: text, text }].slice(-MOST));
    },
    [drop],
  );
  useEffect(() => {
    const all = timers.current;
    return () => all.forEach((timer) => clearTimeout(timer));
  }, []);
  return { shown, say, drop };
}
