package org.patchbay.calls.text;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.signalling.Text;
import org.patchbay.calls.CallsConfig;
import org.patchbay.calls.TextNews;
import org.patchbay.calls.Workshop;
import org.patchbay.calls.call.Timers;
import org.patchbay.calls.store.TextHistory;
import org.patchbay.calls.store.TextLine;
import org.patchbay.calls.store.TextLine.Box;
import org.patchbay.calls.store.WaitingText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what people wrote to each other, for each of them, and tells their pages. Of an extension of nobody nothing is kept. What is
 * too old goes once in a quarter of an hour, what is too much with the next text. Thread-safe.
 */
@Component(service = TextArchive.class, configurationPid = "org.patchbay.calls")
public final class TextArchive {

    private static final Logger log = LoggerFactory.getLogger(TextArchive.class);
    private static final Duration ROUND = Duration.ofMinutes(15);

    private final TextHistory history;
    private final TextNews news;
    private final Workshop workshop;
    private final Timers timers;
    private final Clock clock;
    private final int most;
    private final Duration life;

    private volatile Registration round;
    private volatile boolean closed;

    @Activate
    public TextArchive(
            @Reference TextHistory history,
            @Reference TextNews news,
            @Reference Workshop workshop,
            CallsConfig config) {
        this(history, news, workshop, workshop.timers(), config, Clock.systemUTC());
    }

    TextArchive(TextHistory history, TextNews news, Workshop workshop, Timers timers, CallsConfig config, Clock clock) {
        this.history = history;
        this.news = news;
        this.workshop = workshop;
        this.timers = timers;
        this.clock = clock;
        this.most = Math.max(1, config.textHistory());
        this.life = Duration.ofDays(config.textHistoryDays());
        this.round = timers.after(Duration.ZERO, this::tick);
    }

    @Deactivate
    public void close() {
        closed = true;
        round.close();
    }

    private void tick() {
        if (closed || life.isZero()) {
            return;
        }
        round = timers.after(ROUND, this::tick);
        workshop.workers().execute(this::forget);
    }

    /** Deletes what is too old. */
    void forget() {
        try {
            history.forget(clock.instant().minus(life));
        } catch (RuntimeException e) {
            log.warn("Old texts cannot be deleted now", e);
        }
    }

    /** Somebody gets a text; joins the unit of work. */
    void came(PortalId portal, WaitingText text) {
        Text written = text.text();
        text.reader()
                .map(person -> new TextLine(
                        text.id(),
                        new Box(person, text.extension()),
                        written.from().number(),
                        written.from().name(),
                        text.writer(),
                        false,
                        true,
                        written.words(),
                        written.sent()))
                .ifPresent(line -> add(portal, line));
    }

    /** Somebody wrote a text; joins the unit of work. How it stands in their history; nowhere for an extension of nobody. */
    Optional<TextLine> wrote(PortalId portal, Extension from, Correspondent to, Text text) {
        Optional<TextLine> line = from.person()
                .map(person -> new TextLine(
                        Ids.next(),
                        new Box(person, from.id()),
                        to.number(),
                        to.name(),
                        to.person(),
                        true,
                        false,
                        text.words(),
                        text.sent()));
        line.ifPresent(one -> add(portal, one));
        return line;
    }

    private void add(PortalId portal, TextLine line) {
        history.add(portal, line, most);
        news.changed(portal, line.box().person(), line.box().extension(), line.number());
    }
}
