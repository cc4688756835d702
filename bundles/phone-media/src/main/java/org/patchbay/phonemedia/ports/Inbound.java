package org.patchbay.phonemedia.ports;

import org.jspecify.annotations.Nullable;
import org.patchbay.api.phonemedia.PortListener;
import org.patchbay.phonemedia.dtmf.TelephoneEvents;
import org.patchbay.phonemedia.rtp.ReceiveStatistics;
import org.patchbay.phonemedia.rtp.Reports;
import org.patchbay.phonemedia.rtp.RtpPacket;
import org.patchbay.phonemedia.rtp.SequenceTracker;
import org.patchbay.phonemedia.sdp.Agreement;
import org.patchbay.phonemedia.sdp.Codec;
import org.patchbay.phonemedia.sdp.Format;
import org.patchbay.phonemedia.sound.DtmfDetector;

/**
 * What comes in at a port, decrypted and from the right address: counted, told apart, and handed to whatever the port is linked
 * to. Packets come by one thread; figures are read by others.
 */
final class Inbound {

    private static final int NUMBERS = 128;
    private static final int MOST_EVENTS = 128;

    private final PortListener listener;
    private final Mailbox events;
    private final PcmFeed feed;
    private final SequenceTracker tracker = new SequenceTracker();
    private final ReceiveStatistics statistics = new ReceiveStatistics();
    private final TelephoneEvents telephoneEvents = new TelephoneEvents();
    private final PcmTap inBand = this::listenInBand;
    private final Reports reports;
    private Object source = new Object();
    private @Nullable DtmfDetector detector;
    private boolean flowing;
    private boolean listensInBand;
    private volatile @Nullable Codec[] codecs = new Codec[NUMBERS];
    private volatile @Nullable Link link;
    private volatile @Nullable Codec lastCodec;
    private volatile long lastHeard;
    private volatile boolean toldSilent;

    Inbound(PortContext context, PortListener listener, Reports reports) {
        this.listener = listener;
        this.reports = reports;
        feed = new PcmFeed(context);
        events = new Mailbox(context.events(), MOST_EVENTS);
        lastHeard = System.nanoTime();
    }

    PcmFeed feed() {
        return feed;
    }

    /** Takes what both sides agreed on; the numbers of both are understood. */
    synchronized void agree(Agreement agreed) {
        @Nullable Codec[] table = new Codec[NUMBERS];
        for (Format format : agreed.sending()) {
            table[format.number()] = format.codec();
        }
        for (Format format : agreed.receiving()) {
            table[format.number()] = format.codec();
        }
        codecs = table;
        lastHeard = System.nanoTime();
        boolean wants = !agreed.hasEvents();
        if (wants != listensInBand) {
            listensInBand = wants;
            if (wants) {
                feed.add(inBand);
            } else {
                feed.remove(inBand);
            }
        }
    }

    boolean knows(int payloadType) {
        return codecs[payloadType] != null;
    }

    void link(@Nullable Link to) {
        Link before = link;
        link = to;
        if (before != null && before != to) {
            before.close();
        }
    }

    @Nullable Link link() {
        return link;
    }

    synchronized void received(RtpPacket packet, long now) {
        Codec codec = codecs[packet.payloadType()];
        if (codec == null) {
            return;
        }
        lastHeard = now;
        toldSilent = false;
        if (statistics.heardAny() && packet.ssrc() != statistics.ssrc()) {
            tracker.reset();
        }
        switch (tracker.accept(packet.sequence())) {
            case RESTART -> {
                statistics.begin(packet.ssrc(), packet.sequence());
                source = new Object();
            }
            case DUPLICATE, STRAY -> {
                return;
            }
            case NEW, LATE -> {
                // goes on
            }
        }
        Link to = link;
        if (codec.isEvent()) {
            statistics.onPacket(packet.sequence(), packet.timestamp(), statisticsRate(codec), now);
            event(packet, codec, to, now);
            return;
        }
        statistics.onPacket(packet.sequence(), packet.timestamp(), codec.clockRate(), now);
        lastCodec = codec;
        if (!flowing) {
            flowing = true;
            events.offer(listener::flowing);
        }
        feed.encoded(codec, packet.bytes(), packet.payloadOffset(), packet.payloadLength(), packet.timestamp());
        if (to != null) {
            to.sound(source, packet, codec, now);
        }
    }

    /** Events share the clock of the sound beside them. */
    private int statisticsRate(Codec event) {
        Codec sound = lastCodec;
        return sound == null ? event.clockRate() : sound.clockRate();
    }

    private void event(RtpPacket packet, Codec codec, @Nullable Link to, long now) {
        char key = telephoneEvents.read(packet);
        if (key != TelephoneEvents.NONE) {
            pressed(key);
        }
        if (to != null) {
            to.event(source, packet, codec, key, now);
        }
    }

    private void pressed(char key) {
        events.offer(() -> listener.digit(key));
    }

    private void listenInBand(int timestamp, short[] samples, int count) {
        DtmfDetector known = detector;
        if (known == null) {
            known = new DtmfDetector();
            detector = known;
        }
        char key = known.listen(samples, count);
        if (key != DtmfDetector.NONE) {
            pressed(key);
        }
    }

    synchronized void receivedReport(byte[] bytes, int length, long now) {
        alive();
        reports.read(bytes, length, statistics, now);
    }

    /** The far end is there, though it says nothing. */
    void alive() {
        lastHeard = System.nanoTime();
        toldSilent = false;
    }

    /** The far end is gone for good. */
    void ended() {
        if (!toldSilent) {
            toldSilent = true;
            events.offer(listener::silent);
        }
    }

    /** Tells once when nothing was heard for so long. */
    void lookForSilence(long now, long silentNanos) {
        if (!toldSilent && now - lastHeard > silentNanos) {
            ended();
        }
    }

    void recordingEnded() {
        events.offer(listener::recordingEnded);
    }

    void played() {
        events.offer(listener::played);
    }

    /** Writes the report of what came and of what we sent, and answers its length. */
    synchronized int writeReport(byte[] out, Reports.Sent sent, long now) {
        return reports.write(out, sent, statistics, now);
    }

    /** The same with a goodbye behind it. */
    synchronized int writeGoodbye(byte[] out, Reports.Sent sent, long now) {
        return reports.writeGoodbye(out, reports.write(out, sent, statistics, now));
    }

    /** Figures of what came. Immutable. */
    record Figures(String codec, long received, long lost, double jitterMillis, long remoteLost, int roundTripMillis) {}

    synchronized Figures figures() {
        Codec codec = lastCodec;
        return new Figures(
                codec == null ? "" : codec.encoding(),
                statistics.received(),
                statistics.lost(),
                statistics.jitterMillis(),
                reports.remoteLost(),
                reports.roundTripMillis());
    }
}
