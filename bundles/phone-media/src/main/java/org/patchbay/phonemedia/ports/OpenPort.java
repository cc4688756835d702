package org.patchbay.phonemedia.ports;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.phonemedia.MediaPort;
import org.patchbay.api.phonemedia.PortListener;
import org.patchbay.api.phonemedia.PortProfile;
import org.patchbay.api.phonemedia.PortQuality;
import org.patchbay.api.phonemedia.PortRecording;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.phonemedia.net.SocketPair;
import org.patchbay.phonemedia.prompts.Playback;
import org.patchbay.phonemedia.rtp.EModel;
import org.patchbay.phonemedia.rtp.Reports;
import org.patchbay.phonemedia.sdp.Agreement;
import org.patchbay.phonemedia.sdp.Codec;
import org.patchbay.phonemedia.sdp.Format;
import org.patchbay.phonemedia.sdp.LocalEnd;
import org.patchbay.phonemedia.sdp.Negotiation;

/** The sound of one leg: its descriptions, its network side, what comes in, what goes out, and what it is connected to. */
public final class OpenPort implements MediaPort {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long REPORT_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int MOST_PROMPTS = 256;

    /** How well speech stands loss where the listener's phone conceals it, Bpl (ITU-T G.113, table I.4). */
    private static final double ROBUST = 25.1;

    private final String id;
    private final PortalId portal;
    private final PortContext context;
    private final Negotiation negotiation;
    private final Inbound inbound;
    private final Outbound outbound;
    private final PortTransport transport;
    private final Consumer<OpenPort> onClose;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final byte[] report = new byte[Reports.LONGEST + 64];
    private final long reportEvery = REPORT_NANOS / 2 + (RANDOM.nextLong() & Long.MAX_VALUE) % REPORT_NANOS;
    private volatile @Nullable Connection connection;
    private volatile boolean hears;
    private volatile boolean agreed;
    private long nextReport;

    /** A port on its sockets, which it reads from now on. */
    public OpenPort(
            PortContext context,
            PortalId portal,
            PortProfile profile,
            PortListener listener,
            SocketPair sockets,
            LocalEnd local,
            Consumer<OpenPort> onClose) {
        this.context = context;
        this.portal = portal;
        this.onClose = onClose;
        id = "port-" + Long.toUnsignedString(local.session(), 36);
        int ssrc = RANDOM.nextInt();
        var reports = new Reports(context.clock(), ssrc, Long.toUnsignedString(RANDOM.nextLong(), 36));
        negotiation = new Negotiation(profile, local);
        inbound = new Inbound(context, listener, reports);
        transport = new PortTransport(sockets, context, inbound, local);
        outbound = new Outbound(context, transport, ssrc);
        sockets.read(transport);
    }

    @Override
    public String id() {
        return id;
    }

    Inbound inbound() {
        return inbound;
    }

    Outbound outbound() {
        return outbound;
    }

    PortContext context() {
        return context;
    }

    @Override
    public void remoteOffer(String description) {
        synchronized (negotiation) {
            negotiation.remoteOffer(description);
        }
    }

    @Override
    public String answer(Optional<MediaPort> like) {
        List<Format> formats = formatsOf(like);
        synchronized (negotiation) {
            String text = negotiation.answer(formats);
            agree();
            return text;
        }
    }

    @Override
    public String offer(Optional<MediaPort> like) {
        List<Format> formats = formatsOf(like);
        synchronized (negotiation) {
            return negotiation.offer(formats);
        }
    }

    @Override
    public void remoteAnswer(String description) {
        synchronized (negotiation) {
            negotiation.remoteAnswer(description);
            agree();
        }
    }

    private static List<Format> formatsOf(Optional<MediaPort> like) {
        return like.filter(OpenPort.class::isInstance)
                .map(other -> ((OpenPort) other).remoteFormats())
                .orElse(List.of());
    }

    private List<Format> remoteFormats() {
        synchronized (negotiation) {
            return negotiation.remoteFormats();
        }
    }

    private void agree() {
        Agreement agreement = negotiation.agreement().orElseThrow();
        if (closed.get()) {
            return;
        }
        inbound.agree(agreement);
        transport.agree(agreement);
        outbound.agree(agreement);
        hears = agreement.direction().receives();
        agreed = true;
    }

    @Override
    public boolean held() {
        synchronized (negotiation) {
            return negotiation.held();
        }
    }

    @Override
    public void hold(boolean on) {
        synchronized (negotiation) {
            negotiation.hold(on);
        }
    }

    @Override
    public void connect(MediaPort other) {
        if (!(other instanceof OpenPort peer)) {
            throw Problem.INVALID.because("A port is connected to another port of this server");
        }
        synchronized (context.wiring()) {
            stopPlaying();
            peer.stopPlaying();
            if (closed.get() || peer.closed.get()) {
                return;
            }
            leave();
            peer.leave();
            var pair = new Connection.Pair(this, peer);
            connection = pair;
            peer.connection = pair;
            inbound.link(new Relay(context, peer.outbound));
            peer.inbound.link(new Relay(context, outbound));
        }
    }

    @Override
    public void disconnect() {
        synchronized (context.wiring()) {
            leave();
        }
    }

    /** Leaves what it is connected to; under the lock of the wiring. */
    void leave() {
        Connection before = connection;
        if (before != null) {
            before.end(this);
        }
    }

    /** Leaves this one, if it is connected to it; under the lock of the wiring. */
    void leaveIf(Connection one) {
        if (connection == one) {
            leave();
        }
    }

    /** Is connected to nothing any more. */
    void unlink() {
        connection = null;
        inbound.link(null);
    }

    /** Is in a conference; under the lock of the wiring. */
    boolean enter(Connection conference, Link link) {
        if (closed.get()) {
            return false;
        }
        connection = conference;
        inbound.link(link);
        return true;
    }

    @Override
    public void play(List<Prompt> prompts, boolean forEver) {
        if (prompts.size() > MOST_PROMPTS) {
            throw Problem.INVALID.because("More than " + MOST_PROMPTS + " prompts at once");
        }
        if (!closed.get()) {
            outbound.play(new Playback(context.prompts(), portal, prompts, forEver));
        }
    }

    @Override
    public void stopPlaying() {
        outbound.stopPlaying();
    }

    @Override
    public void digits(String digits) {
        outbound.press(digits);
    }

    @Override
    public PortRecording record(Path file) {
        return context.recorder().begin(file, inbound.feed(), outbound.feed(), inbound::recordingEnded);
    }

    /** A frame's time went by. Called by the clock alone. */
    public void tick(long now) {
        if (outbound.isBusy() && outbound.tick(now)) {
            inbound.played();
        }
        if (now - nextReport < 0) {
            return;
        }
        boolean first = nextReport == 0;
        nextReport = now + reportEvery;
        if (first || !agreed) {
            return;
        }
        outbound.sendReport(report, inbound.writeReport(report, outbound.sent(now), now));
    }

    /** A second went by. Called by the clock alone. */
    public void lookForSilence(long now) {
        if (agreed && hears) {
            inbound.lookForSilence(now, context.silentNanos());
        }
    }

    @Override
    public PortQuality quality() {
        Inbound.Figures figures = inbound.figures();
        long expected = figures.received() + figures.lost();
        double lossRatio = expected == 0 ? 0 : (double) figures.lost() / expected;
        double mos = figures.received() == 0
                ? 0
                : EModel.mos(lossRatio, figures.jitterMillis(), figures.roundTripMillis(), ROBUST);
        String codec = figures.codec().isEmpty()
                ? outbound.speaks().map(Codec::encoding).orElse("")
                : figures.codec();
        return new PortQuality(
                codec,
                figures.received(),
                outbound.sent(System.nanoTime()).packets(),
                figures.lost(),
                figures.jitterMillis(),
                figures.remoteLost(),
                figures.roundTripMillis(),
                mos);
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        disconnect();
        if (agreed) {
            long now = System.nanoTime();
            byte[] last = new byte[Reports.LONGEST + 64];
            int length = inbound.writeGoodbye(last, outbound.sent(now), now);
            outbound.sendReport(last, length);
        }
        outbound.close();
        inbound.feed().close();
        transport.close();
        onClose.accept(this);
    }
}
