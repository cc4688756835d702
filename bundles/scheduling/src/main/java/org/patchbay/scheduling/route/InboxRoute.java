package org.patchbay.scheduling.route;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.scheduling.SchedulingConfig;
import org.patchbay.scheduling.invitation.Replies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads answers to invitations from a mailbox (RFC 6047); what was read stays there as seen. */
@Component(service = RoutesBuilder.class, configurationPid = "org.patchbay.scheduling")
public final class InboxRoute extends RouteBuilder {

    private static final Logger log = LoggerFactory.getLogger(InboxRoute.class);

    private static final int MESSAGES_AT_ONCE = 20;
    private static final int TIMEOUT_MILLIS = 20_000;

    private final Replies replies;
    private final String inboxUrl;
    private final long delayMillis;

    @Activate
    public InboxRoute(@Reference Replies replies, SchedulingConfig config) {
        this(replies, config.inboxUrl(), 1000L * config.inboxSeconds());
    }

    InboxRoute(Replies replies, String inboxUrl, long delayMillis) {
        this.replies = replies;
        this.inboxUrl = inboxUrl.strip();
        this.delayMillis = delayMillis;
    }

    @Override
    public void configure() {
        if (!inboxUrl.isEmpty()) {
            from(imap(inboxUrl, delayMillis)).routeId("scheduling-reply").process(this::take);
        }
    }

    private void take(Exchange exchange) {
        Message message = exchange.getIn().getBody(Message.class);
        if (message == null) {
            return;
        }
        ReplyMail mail = read(message);
        for (String calendar : mail.calendars()) {
            replies.take(mail.recipients(), calendar);
        }
    }

    /** What cannot be read is nothing: it would come again at each look, before what can be. */
    static ReplyMail read(Message message) {
        try {
            return ReplyMail.read(message);
        } catch (MessagingException | IOException | RuntimeException | StackOverflowError e) {
            log.warn(
                    "A mail in the mailbox of answers cannot be read: {}",
                    e.getClass().getName());
            return new ReplyMail(List.of(), List.of());
        }
    }

    /** Camel's name of the endpoint behind an IMAP URL. */
    static String imap(String url, long delayMillis) {
        URI uri = URI.create(url);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() > 0 ? uri.getPort() : scheme.equals("imaps") ? 993 : 143;
        String folder = uri.getPath() == null || uri.getPath().length() < 2
                ? "INBOX"
                : uri.getPath().substring(1);
        var endpoint = new StringBuilder(scheme + "://" + uri.getHost() + ":" + port + "?folderName=RAW(" + folder
                + ")&unseen=true&mapMailMessage=false&maxMessagesPerPoll=" + MESSAGES_AT_ONCE
                + "&closeFolder=false&disconnect=true&delay=" + delayMillis + "&connectionTimeout=" + TIMEOUT_MILLIS
                + "&mail." + scheme + ".timeout=" + TIMEOUT_MILLIS);
        String userInfo = uri.getRawUserInfo();
        if (userInfo != null) {
            String[] parts = userInfo.split(":", 2);
            endpoint.append("&username=RAW(").append(decode(parts[0])).append(')');
            if (parts.length == 2) {
                endpoint.append("&password=RAW(").append(decode(parts[1])).append(')');
            }
        }
        return endpoint.toString();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
