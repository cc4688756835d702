import { useState } from 'react';
import type { Room } from './Room';

export interface Share {
  /** Whether this browser can share a screen at all; phones cannot. */
  possible: boolean;
  toggle: () => void;
  refused: boolean;
}

/** Sharing the own screen: the browser asks which, and sends its sound along where it can. */
export function useShare(room: Room, sharing: boolean): Share {
  const [refused, setRefused] = useState(false);
  async function begin() {
    setRefused(false);
    try {
      const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 15, max: 30 } }, audio: true });
      const screen = stream.getVideoTracks()[0]!;
      screen.contentHint = 'detail';
      await room.share(screen, stream.getAudioTracks()[0]);
    } catch (error) {
      // To change one's mind is no failure.
      setRefused(!(error instanceof DOMException && error.name === 'NotAllowedError'));
    }
  }
  return {
    possible: 'mediaDevices' in navigator && 'getDisplayMedia' in navigator.mediaDevices,
    toggle: () => void (sharing ? room.stopShare() : begin()),
    refused,
  };
}
