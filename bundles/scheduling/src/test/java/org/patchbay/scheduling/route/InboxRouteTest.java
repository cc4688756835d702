package org.patchbay.scheduling.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.patchbay.scheduling.World.MONDAY;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.scheduling.Answer;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.scheduling.World;

final class InboxRouteTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP))
            .withConfiguration(GreenMailConfiguration.aConfig().withUser("meet@inbox.test", "meet", "p@ss:word"));
    private final World world = new World();
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @AfterEach
    void stop() {
        camel.stop();
        server.stop();
        world.close();
    }

    private static MimeMessage reply(PlannedMeeting meeting, String from, String to) throws Exception {
        var message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject("Accepted: Jour fixe");
        var text = new MimeBodyPart();
        text.setText("Tom comes.", "UTF-8");
        var calendar = new MimeBodyPart();
        calendar.setContent(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:" + meeting.id() + "@"
                        + meeting.portal() + "\r\nDTSTAMP:20261126T120500Z\r\nSEQUENCE:0\r\n"
                        + "ATTENDEE;PARTSTAT=ACCEPTED:mailto:tom@x.test\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                "text/calendar; method=REPLY; charset=UTF-8");
        message.setContent(new MimeMultipart("alternative", text, calendar));
        message.saveChanges();
        return message;
    }

    @Test
    void readsAnswersFromAMailbox() throws Exception {
        server.start();
        PlannedMeeting meeting = world.meetings.plan(
                world.acme, World.draft(MONDAY, Optional.empty(), World.addresses("tom@x.test")), world.ada);
        var user = server.getUserManager().getUser("meet");
        user.deliver(
                GreenMailUtil.newMimeMessage("From: a@x\r\nTo: meet@inbox.test\r\nSubject: x\r\n\r\nNo calendar\r\n"));
        user.deliver(reply(meeting, "Tom <tom@x.test>", "meet+" + world.secret("tom@x.test") + "@inbox.test"));
        camel.addRoutes(new InboxRoute(
                world.replies,
                "imap://meet:p%40ss%3Aword@127.0.0.1:" + server.getImap().getPort() + "/INBOX",
                200));
        camel.start();

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(world.store
                        .tickets(world.acme, meeting.id())
                        .get(0)
                        .invitee()
                        .answer())
                .isEqualTo(Answer.ACCEPTED));
    }

    @Test
    void whatCannotBeReadIsNothing() {
        var broken = new MimeMessage(Session.getInstance(new Properties())) {
            @Override
            public Address[] getAllRecipients() throws MessagingException {
                throw new MessagingException("No structure");
            }
        };

        assertThat(InboxRoute.read(broken).calendars()).isEmpty();
    }

    @Test
    void namesTheEndpoint() {
        assertThat(InboxRoute.imap("imaps://u:p@mail.test", 60_000))
                .startsWith("imaps://mail.test:993?folderName=RAW(INBOX)&unseen=true&mapMailMessage=false")
                .endsWith("&username=RAW(u)&password=RAW(p)");
    }
}
