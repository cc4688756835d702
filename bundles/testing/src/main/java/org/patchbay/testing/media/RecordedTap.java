package org.patchbay.testing.media;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.media.OpenTap;
import org.patchbay.spi.media.Source;

/** Keeps what a tap hears. Thread-safe. */
public final class RecordedTap implements MediaTap {

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final List<Source> opened = new CopyOnWriteArrayList<>();
    private final List<Source> closed = new CopyOnWriteArrayList<>();
    private final List<Long> reports = new CopyOnWriteArrayList<>();
    private volatile @Nullable OpenTap tap;
    private volatile boolean gone;
    private final AtomicLong missed = new AtomicLong();

    /** A packet, by what its header says. */
    public record Heard(Source source, long ssrc, int sequence, int payloadType, long arrivalNanos) {}

    @Override
    public void opened(OpenTap open) {
        tap = open;
    }

    @Override
    public void sourceOpened(Source source) {
        opened.add(source);
    }

    @Override
    public void packet(Source source, long ssrc, ByteBuffer rtp, long arrivalNanos) {
        if (ssrc != (rtp.getInt(8) & 0xFFFF_FFFFL)) {
            throw new IllegalArgumentException("The packet is of another SSRC");
        }
        heard.add(new Heard(source, ssrc, rtp.getShort(2) & 0xFFFF, rtp.get(1) & 0x7F, arrivalNanos));
    }

    @Override
    public void senderReport(Source source, long ssrc, long ntp, long rtpTimestamp, long arrivalNanos) {
        reports.add(ntp);
    }

    @Override
    public void sourceClosed(Source source) {
        closed.add(source);
    }

    @Override
    public void missed(long packets) {
        missed.addAndGet(packets);
    }

    @Override
    public void conferenceGone() {
        gone = true;
    }

    /** What it was opened with. */
    public OpenTap tap() {
        return Optional.ofNullable(tap).orElseThrow();
    }

    /** Which sources were opened, in order. */
    public List<Source> sourcesOpened() {
        return opened;
    }

    /** Which sources were closed, in order. */
    public List<Source> sourcesClosed() {
        return closed;
    }

    /** What came of an SSRC, in order. */
    public List<Heard> heardOf(long ssrc) {
        return heard.stream().filter(packet -> packet.ssrc() == ssrc).toList();
    }

    /** The NTP times of the sender reports that came. */
    public List<Long> senderReports() {
        return reports;
    }

    /** How many packets it missed. */
    public long packetsMissed() {
        return missed.get();
    }

    /** Whether it was told that the conference is no more. */
    public boolean isGone() {
        return gone;
    }
}
