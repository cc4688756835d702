import { useEffect, useRef } from 'react';

/** Plays what arrives; nothing to see. */
export function Sounds({ streams, speaker }: { streams: [string, MediaStream][]; speaker: string }) {
  return (
    <>
      {streams.map(([mid, stream]) => (
        <Sound key={mid} stream={stream} speaker={speaker} />
      ))}
    </>
  );
}

function Sound({ stream, speaker }: { stream: MediaStream; speaker: string }) {
  const element = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const audio = element.current;
    if (audio) {
      audio.srcObject = stream;
      audio.play().catch(() => {});
    }
  }, [stream]);
  useEffect(() => {
    // Not every browser lets a page choose; a speaker that is gone leaves the usual one.
    void element.current?.setSinkId?.(speaker).catch(() => {});
  }, [speaker]);
  return <audio ref={element} autoPlay />;
}
