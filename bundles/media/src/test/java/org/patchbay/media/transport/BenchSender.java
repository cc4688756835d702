package org.patchbay.media.transport;

import java.util.Arrays;

/** Microphone and camera of one participant of a benchmark. */
public final class BenchSender {

    private final LoopbackPeer peer;
    private final long audioSsrc;
    private final long videoSsrc;
    private final SrtpStream audio;
    private final SrtpStream video;
    private final byte[] packet = new byte[BenchPackets.ROOM];
    private int audioSequence;
    private int videoSequence;

    /** Of a peer that is connected. */
    public BenchSender(LoopbackPeer peer, long audioSsrc, long videoSsrc) {
        this.peer = peer;
        this.audioSsrc = audioSsrc;
        this.videoSsrc = videoSsrc;
        audio = peer.session().sender((int) audioSsrc);
        video = peer.session().sender((int) videoSsrc);
    }

    /** Sends the next packet. */
    public void send(boolean sound) {
        Arrays.fill(packet, (byte) 0);
        int sequence = sound ? ++audioSequence : ++videoSequence;
        int length = BenchPackets.write(packet, sound ? audioSsrc : videoSsrc, sequence, sound);
        int size = (sound ? audio : video).protect(packet, 0, length);
        peer.sendRaw(Arrays.copyOf(packet, size));
    }
}
