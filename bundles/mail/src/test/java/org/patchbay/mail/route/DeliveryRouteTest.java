package org.patchbay.mail.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.mail.CalendarPart;
import org.patchbay.mail.Postman;

final class DeliveryRouteTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(GreenMailConfiguration.aConfig().withUser("bay@acme.test", "bay", "p@ss:word"));
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        camel.stop();
    }

    private DeliveryRoute route(String url) throws Exception {
        var route = new DeliveryRoute(url);
        camel.addRoutes(route);
        camel.start();
        return route;
    }

    private static Postman.Envelope mail() {
        return new Postman.Envelope(
                "m1",
                "bay@acme.test",
                "ann@acme.test",
                "Grüße",
                "Hallo, ein Text.",
                "<p>Hallo</p>",
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void deliversAFile(@TempDir Path folder) throws Exception {
        byte[] sound = new byte[200_000];
        new Random(1).nextBytes(sound);
        Path wav = Files.write(folder.resolve("one.wav"), sound);
        Postman.Envelope plain = mail();
        route("smtp://bay:p%40ss%3Aword@127.0.0.1:" + server.getSmtp().getPort())
                .deliver(new Postman.Envelope(
                        plain.id(),
                        plain.from(),
                        plain.to(),
                        plain.subject(),
                        plain.text(),
                        plain.html(),
                        Optional.empty(),
                        Optional.of(new Postman.Enclosure(wav, "audio/wav", "Grüße.wav"))));

        MimeMessage message = server.getReceivedMessages()[0];
        Multipart all = (Multipart) message.getContent();
        assertThat(all.getCount()).isEqualTo(2);
        Multipart parts = (Multipart) all.getBodyPart(0).getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(MimeUtility.decodeText(all.getBodyPart(1).getFileName())).isEqualTo("Grüße.wav");
        assertThat(all.getBodyPart(1).getContentType()).startsWith("audio/wav");
        assertThat(all.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(sound);
    }

    @Test
    void deliversACalendarAsAlternativeAndAsFile() throws Exception {
        String calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nX-NAME:Grüße\r\nEND:VCALENDAR\r\n";
        var invitation = new Postman.Envelope(
                "m2",
                "=?UTF-8?Q?B=C3=A4y?= <bay@acme.test>",
                "ann@acme.test",
                "Grüße",
                "Hallo, ein Text.",
                "<p>Hallo</p>",
                Optional.of(new CalendarPart("REQUEST", calendar, "bay+42@acme.test")),
                Optional.empty());
        route("smtp://bay:p%40ss%3Aword@127.0.0.1:" + server.getSmtp().getPort())
                .deliver(invitation);

        MimeMessage message = server.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Grüße");
        assertThat(message.getFrom()[0]).hasToString("=?UTF-8?Q?B=C3=A4y?= <bay@acme.test>");
        assertThat(message.getReplyTo()[0]).hasToString("bay+42@acme.test");
        assertThat(message.getMessageID()).isEqualTo("<m2@patchbay>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        Multipart all = (Multipart) message.getContent();
        Multipart parts = (Multipart) all.getBodyPart(0).getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("ein Text");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("<p>Hallo</p>");
        assertThat(parts.getBodyPart(2).getContentType())
                .contains("text/calendar")
                .contains("method=REQUEST");
        assertThat(new String(parts.getBodyPart(2).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(calendar);
        assertThat(all.getBodyPart(1).getFileName()).isEqualTo("invite.ics");
        assertThat(new String(all.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(calendar);
    }

    @Test
    void deliversTextAndHtml() throws Exception {
        route("smtp://bay:p%40ss%3Aword@127.0.0.1:" + server.getSmtp().getPort())
                .deliver(mail());

        MimeMessage message = server.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Grüße");
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("ann@acme.test");
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        Multipart parts = (Multipart) message.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("ein Text");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("<p>Hallo</p>");
    }

    @Test
    void aServerThatIsDownIsTriedAgain() throws Exception {
        DeliveryRoute route = route("smtp://127.0.0.1:1");

        assertThatThrownBy(() -> route.deliver(mail()))
                .isInstanceOfSatisfying(Postman.DeliveryException.class, refused -> assertThat(refused.retryable())
                        .isTrue());
    }

    @Test
    void namesTheEndpoint() {
        assertThat(DeliveryRoute.smtp("smtps://mail.acme.test")).startsWith("smtps://mail.acme.test:465?");
        assertThat(DeliveryRoute.smtp("smtp://u:p@mail.acme.test"))
                .startsWith("smtp://mail.acme.test:587?")
                .contains("starttls.enable=true")
                .endsWith("&username=RAW(u)&password=RAW(p)");
    }
}
