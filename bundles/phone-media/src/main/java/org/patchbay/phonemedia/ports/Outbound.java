package org.patchbay.phonemedia.ports;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.Problem;
import org.patchbay.phonemedia.dtmf.EventSender;
import org.patchbay.phonemedia.dtmf.TelephoneEvents;
import org.patchbay.phonemedia.rtp.ContinuousStream;
import org.patchbay.phonemedia.rtp.Reports;
import org.patchbay.phonemedia.rtp.RtpPacket;
import org.patchbay.phonemedia.sdp.Agreement;
import org.patchbay.phonemedia.sdp.Codec;
import org.patchbay.phonemedia.sdp.Format;
import org.patchbay.phonemedia.sound.DtmfTones;
import org.patchbay.phonemedia.sound.Frame;
import org.patchbay.phonemedia.sound.Source;

/**
 * What goes out of a port: one stream under one SSRC, of whatever source it is at the moment. Keys that are pressed come
 * first, then what is played, then what the port is connected to. Thread-safe.
 */
final class Outbound {

    /** Keys that wait to be pressed. */
    static final int MOST_DIGITS = 64;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PRESS_MILLIS = 100;
    private static final int PAUSE_FRAMES = 4;

    private final PortTransport transport;
    private final PcmFeed feed;
    private final LocalVoice voice;
    private final int ssrc;
    private final ContinuousStream stream = new ContinuousStream(RANDOM.nextInt(), RANDOM.nextInt());
    private final Map<Codec, Integer> numbers = new ConcurrentHashMap<>();
    private final Queue<Character> digits = new ArrayDeque<>();
    private final byte[] room = new byte[RtpPacket.ROOM];
    private final short[] frame = new short[Frame.SAMPLES];
    private @Nullable Format speaking;
    private @Nullable Codec lastSound;
    private @Nullable EventSender press;
    private Codec pressCodec = Codec.TELEPHONE_EVENT;
    private @Nullable Source tone;
    private int pause;
    private volatile @Nullable Source player;
    private volatile boolean busy;
    private boolean sends;
    private long packets;
    private long octets;

    Outbound(PortContext context, PortTransport transport, int ssrc) {
        this.transport = transport;
        this.ssrc = ssrc;
        feed = new PcmFeed(context);
        voice = new LocalVoice(context.opus());
    }

    PcmFeed feed() {
        return feed;
    }

    synchronized void agree(Agreement agreed) {
        for (Format format : agreed.sending()) {
            numbers.put(format.codec(), format.number());
        }
        numbers.keySet().removeIf(codec -> agreed.sending().stream().noneMatch(format -> format.codec() == codec));
        speaking = agreed.speaking().orElse(null);
        sends = agreed.direction().sends();
    }

    /** The codec that is spoken to the far end, as far as one can be made here. */
    synchronized Optional<Codec> speaks() {
        return Optional.ofNullable(speaking).map(Format::codec);
    }

    /** Whether the far end takes this as it is. */
    boolean takes(Codec codec) {
        return numbers.containsKey(codec);
    }

    /** Passes on a packet of another port, in its buffer. */
    synchronized void relay(Object source, RtpPacket packet, Codec codec, long now) {
        Integer number = numbers.get(codec);
        if (number == null || busy || !sends || !transport.isReady()) {
            return;
        }
        long extended = stream.next(source, packet.sequence(), packet.timestamp(), codec.clockRate(), now);
        if (extended == ContinuousStream.REFUSED) {
            return;
        }
        boolean marker = packet.marker() || stream.switched();
        int timestamp = stream.timestamp(packet.timestamp());
        int length = packet.rewrite(marker, number, ContinuousStream.sequence(extended), timestamp, ssrc);
        if (!codec.isEvent()) {
            lastSound = codec;
            feed.encoded(codec, packet.bytes(), RtpPacket.HEADER, packet.payloadLength(), timestamp);
        }
        send(packet.bytes(), length);
    }

    /** Sends a payload that was made for this port and stands behind the room's header. */
    synchronized void relayMade(
            Object source, byte[] made, int payloadLength, Codec codec, int sequence, int timestamp, long now) {
        Integer number = numbers.get(codec);
        if (number != null && !busy && sends && transport.isReady()) {
            sendMade(source, made, payloadLength, number, codec, sequence, timestamp, now);
        }
    }

    private void sendMade(
            Object source,
            byte[] made,
            int payloadLength,
            int number,
            Codec codec,
            int sequence,
            int timestamp,
            long now) {
        long extended = stream.next(source, sequence, timestamp, codec.clockRate(), now);
        if (extended == ContinuousStream.REFUSED) {
            return;
        }
        int stamped = stream.timestamp(timestamp);
        RtpPacket.writeHeader(made, stream.switched(), number, ContinuousStream.sequence(extended), stamped, ssrc);
        if (!codec.isEvent()) {
            lastSound = codec;
            feed.encoded(codec, made, RtpPacket.HEADER, payloadLength, stamped);
        }
        send(made, RtpPacket.HEADER + payloadLength);
    }

    private void send(byte[] bytes, int length) {
        int payload = length - RtpPacket.HEADER;
        if (transport.send(bytes, length)) {
            packets++;
            octets += payload;
        }
    }

    /** Sends a frame of a conference. */
    synchronized void mixed(short[] samples, long now) {
        if (!busy) {
            speak(samples, now);
        }
    }

    private void speak(short[] samples, long now) {
        Format format = speaking;
        if (format == null || !sends || !transport.isReady()) {
            return;
        }
        int length = voice.encode(format.codec(), samples, room, now);
        if (length > 0) {
            sendMade(
                    voice.source(),
                    room,
                    length,
                    format.number(),
                    format.codec(),
                    voice.sequence(),
                    voice.timestamp(),
                    now);
        }
    }

    /** Presses keys. */
    void press(String keys) {
        for (int i = 0; i < keys.length(); i++) {
            if (!DtmfTones.isKey(keys.charAt(i))) {
                throw Problem.INVALID.at("/digits", "invalid", "The digits may be 0 to 9, *, # and A to D alone");
            }
        }
        synchronized (this) {
            if (digits.size() + keys.length() > MOST_DIGITS) {
                throw Problem.LIMITED.because("More than " + MOST_DIGITS + " digits wait to be sent");
            }
            keys.chars().forEach(key -> digits.add((char) key));
            busy = true;
        }
    }

    /** Presses a key that came in another way, unless too many wait. */
    synchronized void pressOne(char key) {
        if (digits.size() < MOST_DIGITS) {
            digits.add(key);
            busy = true;
        }
    }

    /** Plays in place of what the port is connected to. */
    synchronized void play(Source source) {
        closePlayer();
        player = source;
        busy = true;
    }

    synchronized void stopPlaying() {
        closePlayer();
        busy = isPressing();
    }

    private void closePlayer() {
        Source before = player;
        player = null;
        if (before != null) {
            before.close();
        }
    }

    private boolean isPressing() {
        return press != null || tone != null || pause > 0 || !digits.isEmpty();
    }

    /** Whether something is pressed or played. */
    boolean isBusy() {
        return busy;
    }

    /** A frame's time went by; whether what was played has come to its end. */
    synchronized boolean tick(long now) {
        if (isPressing() && pressOn(now)) {
            return false;
        }
        Source source = player;
        if (source == null) {
            busy = isPressing();
            return false;
        }
        if (source.next(frame)) {
            speak(frame, now);
            return false;
        }
        stopPlaying();
        return true;
    }

    /** Goes on with the keys; false when there are none any more. */
    private boolean pressOn(long now) {
        if (pause > 0) {
            pause--;
            return true;
        }
        if (press == null && tone == null) {
            Character key = digits.poll();
            if (key == null) {
                return false;
            }
            begin(key);
        }
        EventSender events = press;
        if (events != null) {
            return goOn(events, now);
        }
        Source sound = tone;
        if (sound != null && sound.next(frame)) {
            speak(frame, now);
            return true;
        }
        tone = null;
        pause = PAUSE_FRAMES;
        return true;
    }

    private void begin(char key) {
        Codec clock = lastSound == Codec.OPUS && takes(Codec.TELEPHONE_EVENT_48)
                ? Codec.TELEPHONE_EVENT_48
                : Codec.TELEPHONE_EVENT;
        if (takes(clock)) {
            press = new EventSender(key, clock.clockRate());
            pressCodec = clock;
        } else if (takes(Codec.TELEPHONE_EVENT_48)) {
            press = new EventSender(key, Codec.TELEPHONE_EVENT_48.clockRate());
            pressCodec = Codec.TELEPHONE_EVENT_48;
        } else {
            tone = DtmfTones.press(key, PRESS_MILLIS);
        }
    }

    private boolean goOn(EventSender events, long now) {
        if (!events.advance()) {
            press = null;
            return isPressing();
        }
        Codec codec = pressCodec;
        if (events.sends() && sends && transport.isReady()) {
            events.write(room);
            sendMade(
                    events,
                    room,
                    TelephoneEvents.LENGTH,
                    numbers.getOrDefault(codec, 0),
                    codec,
                    events.number(),
                    0,
                    now);
        }
        return true;
    }

    synchronized Reports.Sent sent(long now) {
        return new Reports.Sent(packets, octets, stream.timestampAt(now));
    }

    synchronized void sendReport(byte[] bytes, int length) {
        transport.sendReport(bytes, length);
    }

    synchronized void close() {
        closePlayer();
        sends = false;
        voice.close();
        feed.close();
    }
}
