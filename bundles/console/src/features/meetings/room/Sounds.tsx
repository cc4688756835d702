import { useEffect, useRef } from 'react';

/** Plays what arrives; nothing to see. */
export function Sounds({ streams }: { streams: [string, MediaStream][] }) {
  return (
    <>
      {streams.map(([mid, stream]) => (
        <Sound key={mid} stream={stream} />
      ))}
    </>
  );
}

function Sound({ stream }: { stream: MediaStream }) {
  const element = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const audio = element.current;
    if (audio) {
      audio.srcObject = stream;
      audio.play().catch(() => {});
    }
  }, [stream]);
  return <audio ref={element} autoPlay />;
}
