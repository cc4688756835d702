package org.patchbay.web.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Sessions.OpenSession;
import org.patchbay.spi.live.LiveChannel;
import org.patchbay.web.json.ProblemJson;
import org.patchbay.web.json.UnpaddedNames;
import org.patchbay.web.rest.WriteToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said over one connection. Called by one thread at a time. */
final class Conversation {

    static final int MAX_CHANNELS = 64;
    static final int MAX_FAULTS = 8;

    /** The connection breaks the rules, or its session has ended (RFC 6455, section 7.4.1). */
    static final int POLICY = 1008;

    private static final Logger log = LoggerFactory.getLogger(Conversation.class);
    private static final String PATH = "/api/v1/live";

    private final Map<Integer, OpenChannel> open = new HashMap<>();
    private final Credentials credentials;
    private final ChannelDirectory directory;
    private final Access access;
    private final Outbox out;
    private final String traceId;
    private boolean greeted;
    private int faults;

    Conversation(Credentials credentials, ChannelDirectory directory, Access access, Outbox out, String traceId) {
        this.credentials = credentials;
        this.directory = directory;
        this.access = access;
        this.out = out;
        this.traceId = traceId;
    }

    void hear(String text) {
        Optional<Integer> number = Optional.empty();
        try {
            var frame = Frame.read(text);
            number = frame.open().or(frame::on).or(frame::close);
            hear(frame);
            faults = Math.max(0, faults - 1);
        } catch (PatchbayException e) {
            send(ProblemJson.of(e, PATH, traceId), number);
            if (e.problem() == Problem.INVALID && ++faults >= MAX_FAULTS) {
                out.close(POLICY, "too-many-faults");
            }
        } catch (RuntimeException e) {
            log.error("A live message failed in a way that nobody foresaw", e);
            send(ProblemJson.internal(PATH, traceId), number);
        }
    }

    /** Ends what depends on a channel that is no longer there, or on a session that has ended. */
    void check() {
        open.values().removeIf(OpenChannel::isClosed);
        for (var channel : List.copyOf(open.values())) {
            if (!directory.has(channel.channel())) {
                channel.close("gone");
            }
        }
    }

    /** The connection is gone. */
    void end() {
        for (var channel : open.values()) {
            try {
                channel.leave();
            } catch (RuntimeException e) {
                log.error("Channel {} could not be left", channel.channel().name(), e);
            }
        }
        open.clear();
    }

    private void hear(Frame frame) {
        if (frame.hello().isPresent()) {
            greet(frame.hello().get());
        } else if (!greeted) {
            throw Problem.INVALID.at("/hello", "live.hello", "is the first message");
        } else if (frame.open().isPresent()) {
            open(frame.open().get(), frame);
        } else if (frame.on().isPresent()) {
            channel(frame.on().get()).receive(Frame.write(frame.data().orElseThrow()));
        } else if (frame.close().isPresent()) {
            close(frame.close().get());
        } else if (frame.ping().isPresent()) {
            out.send(Frame.write(Map.of("pong", frame.ping().get())));
        }
    }

    private void greet(Frame.Hello hello) {
        var session = session();
        if (!credentials.byToken()
                && !WriteToken.equal(session.csrfToken(), hello.csrfToken().orElse(""))) {
            throw Problem.INVALID.at("/hello/csrfToken", "csrf.invalid", "must be the session's token");
        }
        greeted = true;
        out.send(Frame.write(Map.of("hello", Map.of("caller", CallerJson.of(session.caller())))));
    }

    private void open(int number, Frame frame) {
        open.values().removeIf(OpenChannel::isClosed);
        if (number < 1 || open.containsKey(number)) {
            throw Problem.INVALID.at("/open", "live.number", "must be a positive number that is not open");
        }
        if (open.size() >= MAX_CHANNELS) {
            throw Problem.LIMITED.because("live.channels", "No more than " + MAX_CHANNELS + " channels at a time");
        }
        var name = frame.channel().orElseThrow();
        var channel =
                directory.find(name).orElseThrow(() -> Problem.NOT_FOUND.because("live.channel", "No such channel"));
        join(number, channel, frame);
    }

    private void join(int number, LiveChannel channel, Frame frame) {
        var caller = session().caller();
        var portal = frame.portal().orElse(credentials.portal());
        var meeting = frame.with().map(with -> with.path("meeting").asText("")).orElse("");
        UnpaddedNames.require(portal.value());
        UnpaddedNames.require(meeting);
        if (meeting.isEmpty()) {
            access.require(caller, portal, channel.right());
        } else {
            access.requireMeeting(caller, portal, channel.right(), meeting);
        }
        var sink = new OpenChannel(number, channel, out);
        var with = frame.with().map(Object::toString).orElse("{}");
        sink.opened(channel.open(caller, portal, with, sink));
        open.put(number, sink);
    }

    private void close(int number) {
        channel(number).leave();
        open.remove(number);
        out.send("{\"closed\":" + number + "}");
    }

    private OpenChannel channel(int number) {
        var channel = open.get(number);
        if (channel == null || channel.isClosed()) {
            throw Problem.NOT_FOUND.because("live.closed", "Channel " + number + " is not open");
        }
        return channel;
    }

    private OpenSession session() {
        return credentials.session().orElseThrow(() -> {
            out.close(POLICY, "session-ended");
            return Problem.UNAUTHENTICATED.because("The session has ended");
        });
    }

    private void send(ProblemJson problem, Optional<Integer> on) {
        out.send("{\"problem\":" + problem.text() + on.map(n -> ",\"on\":" + n).orElse("") + "}");
    }
}
