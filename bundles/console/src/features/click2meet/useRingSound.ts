import { useEffect, useState } from 'react';

const KEPT = 'patchbay-ring-sound';
const EVERY = 3_000;

function wanted(): boolean {
  try {
    return localStorage.getItem(KEPT) !== 'off';
  } catch {
    return true;
  }
}

/** Two soft tones every three seconds while it rings; switched off for this device until it is switched on again. */
export function useRingSound(ringing: boolean): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(wanted);
  useEffect(() => {
    if (!ringing || !on || typeof AudioContext === 'undefined') {
      return undefined;
    }
    const audio = new AudioContext();
    const ring = () => {
      // A browser keeps a page silent on which nobody has pressed anything yet.
      if (audio.state === 'running') {
        tone(audio, 660, 0);
        tone(audio, 880, 0.25);
      }
    };
    ring();
    const timer = setInterval(ring, EVERY);
    return () => {
      clearInterval(timer);
      void audio.close();
    };
  }, [ringing, on]);
  return [
    on,
    (next) => {
      setOn(next);
      try {
        localStorage.setItem(KEPT, next ? 'on' : 'off');
      } catch {
        // Storage is closed to this page: the choice holds until it is left.
      }
    },
  ];
}

function tone(audio: AudioContext, frequency: number, after: number): void {
  const start = audio.currentTime + after;
  const source = audio.createOscillator();
  const volume = audio.createGain();
  source.frequency.value = frequency;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.12, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.6);
  source.connect(volume).connect(audio.destination);
  source.start(start);
  source.stop(start + 0.65);
}
