package org.patchbay.mail.route;

import jakarta.mail.MessagingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.patchbay.mail.MailConfig;
import org.patchbay.mail.Postman;

/** Takes one mail to the SMTP server (RFC 5321), as text and HTML (RFC 2046, multipart/alternative). */
@Component(
        service = {RoutesBuilder.class, Postman.class},
        configurationPid = "org.patchbay.mail")
public final class DeliveryRoute extends RouteBuilder implements Postman {

    private static final String ENTRY = "direct:mail-deliver";
    private static final String ALTERNATIVE = "CamelMailAlternativeBody";
    private static final int TIMEOUT_MILLIS = 20_000;

    private final String smtpUrl;

    @Activate
    public DeliveryRoute(MailConfig config) {
        this(config.smtpUrl());
    }

    DeliveryRoute(String smtpUrl) {
        this.smtpUrl = smtpUrl;
    }

    @Override
    public void configure() {
        if (!smtpUrl.isBlank()) {
            from(ENTRY).routeId("mail-deliver").to(smtp(smtpUrl));
        }
    }

    /** Camel's name of the endpoint behind an SMTP URL. */
    static String smtp(String smtpUrl) {
        URI uri = URI.create(smtpUrl);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("smtps");
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? 465 : 587;
        var endpoint = new StringBuilder(scheme + "://" + uri.getHost() + ":" + port + "?connectionTimeout="
                + TIMEOUT_MILLIS + "&contentType=text/html;charset=UTF-8&mail." + scheme + ".timeout="
                + TIMEOUT_MILLIS);
        if (!secure) {
            endpoint.append("&mail.smtp.starttls.enable=true");
        }
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
        return java.net.URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public void deliver(Envelope envelope) throws DeliveryException {
        CamelContext camel = getContext();
        if (camel == null || camel.getRoute("mail-deliver") == null) {
            throw new DeliveryException("The mail route is not running yet", true);
        }
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        current.setContextClassLoader(camel.getApplicationContextClassLoader());
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            if (PartsMessage.isFor(envelope)) {
                template.sendBody(ENTRY, PartsMessage.of(envelope));
            } else {
                template.sendBodyAndHeaders(ENTRY, envelope.html(), headers(envelope));
            }
        } catch (MessagingException e) {
            throw new DeliveryException("The mail cannot be written: " + e.getMessage(), false);
        } catch (CamelExecutionException e) {
            throw Refusal.of(e).toException();
        } catch (java.io.IOException e) {
            throw new DeliveryException("A file cannot be read, or the mail route does not stop", true);
        } finally {
            current.setContextClassLoader(before);
        }
    }

    private static Map<String, Object> headers(Envelope envelope) {
        return Map.of(
                "From",
                envelope.from(),
                "To",
                envelope.to(),
                "Subject",
                envelope.subject(),
                "Message-ID",
                "<" + envelope.id() + "@patchbay>",
                // Nobody's answering machine answers a machine (RFC 3834).
                "Auto-Submitted",
                "auto-generated",
                ALTERNATIVE,
                envelope.text());
    }
}
