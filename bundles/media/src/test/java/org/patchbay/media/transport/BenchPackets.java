package org.patchbay.media.transport;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The packets of a benchmark: of six one is audio, about as a camera at 2 Mbit/s and a microphone have it. */
public final class BenchPackets {

    /** Room for a packet and its tag. */
    public static final int ROOM = 1_536;

    private static final int PER_AUDIO = 6;
    private static final int VIDEO_BYTES = 1_100;
    private static final int AUDIO_BYTES = 90;
    private static final int PER_KEY_FRAME = 25;

    private BenchPackets() {}

    /** Whether the packet of that turn is audio. */
    public static boolean isAudio(int turn) {
        return turn % PER_AUDIO == 0;
    }

    /** Writes an RTP packet and answers its length. */
    public static int write(byte[] packet, long ssrc, int sequence, boolean audio) {
        var buffer = ByteBuffer.wrap(packet).put((byte) 0x90).put((byte) (audio ? 111 : 100));
        buffer.putShort((short) sequence).putInt(sequence * 300).putInt((int) ssrc);
        buffer.putShort((short) 0xBEDE).putShort((short) 2);
        buffer.put((byte) 0x51)
                .putShort((short) sequence)
                .put((byte) (audio ? 0x10 : 0))
                .put((byte) 40);
        buffer.put(new byte[3]).put((byte) 0x90).put((byte) 0x80).putShort((short) (0x8000 | (sequence & 0x7FFF)));
        buffer.put((byte) (sequence % PER_KEY_FRAME == 1 ? 0 : 1));
        return 24 + (audio ? AUDIO_BYTES : VIDEO_BYTES);
    }

    /** The client's keys of an association that nobody shook hands for. */
    public static SrtpSession client() {
        return SrtpSession.ofClient(SrtpProfile.AEAD_AES_128_GCM, keying());
    }

    /** The server's keys of the same. */
    public static SrtpSession server() {
        return SrtpSession.ofServer(SrtpProfile.AEAD_AES_128_GCM, keying());
    }

    private static byte[] keying() {
        var keying = new byte[SrtpProfile.AEAD_AES_128_GCM.keyingLength()];
        Arrays.fill(keying, (byte) 7);
        return keying;
    }
}
