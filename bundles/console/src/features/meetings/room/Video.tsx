import { useEffect, useRef } from 'react';

/** A stream on the screen; without sound, which is played apart. */
export function Video({ stream, mirrored, contain, label }: { stream: MediaStream; mirrored?: boolean; contain?: boolean; label: string }) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (video) {
      video.srcObject = stream;
      // Refused only while the page is hidden or was never touched; the browser then starts it itself later.
      video.play().catch(() => {});
    }
    return () => {
      if (video) {
        video.srcObject = null;
      }
    };
  }, [stream]);
  return (
    <video
      ref={element}
      autoPlay
      playsInline
      muted
      aria-label={label}
      style={{
        width: '100%',
        height: '100%',
        objectFit: contain ? 'contain' : 'cover',
        transform: mirrored ? 'scaleX(-1)' : undefined,
      }}
    />
  );
}
