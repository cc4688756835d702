package org.patchbay.calls.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.events.Event;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.Right;
import org.patchbay.api.mail.MailDraft;
import org.patchbay.calls.CallEvents;
import org.patchbay.calls.Json;
import org.patchbay.calls.Office;
import org.patchbay.testing.mail.RecordedMails;

final class LimitMailsTest {

    private final Office office = new Office();
    private final RecordedMails mails = new RecordedMails();
    private final List<Person> everybody =
            List.of(person(office.anna, "anna@acme.test", "de"), person(office.bob, "bob@acme.test", "en"));
    private final LimitMails teller = new LimitMails(
            office.book,
            mails,
            people(),
            office.access,
            office.portals,
            office.portals,
            office.unit,
            office.cluster.node("one"));

    @AfterEach
    void close() {
        office.close();
    }

    private static Person person(Caller.Member who, String address, String language) {
        PersonDraft draft = PersonDraft.of("somebody", "Somebody")
                .edit()
                .email(Optional.of(address))
                .language(Optional.of(language))
                .done();
        return Person.of(who.person(), who.portal(), draft, Instant.EPOCH, 1);
    }

    private People people() {
        return (People) Proxy.newProxyInstance(
                LimitMailsTest.class.getClassLoader(), new Class<?>[] {People.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("list")) {
                        return Page.of(everybody);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private void reached(String limit) {
        tell(CallEvents.LIMIT_REACHED, Json.text(new CallEvents.Limited(limit, "+4940123456")));
    }

    private void tell(String type, String data) {
        teller.on(new Event(
                Ids.next(), "here", type, office.acme, office.acme.value(), Instant.EPOCH, Optional.empty(), 1, data));
    }

    private List<String> addresses() {
        return mails.sent().stream().map(sent -> sent.draft().to()).toList();
    }

    @Test
    void tellsWhoManagesThePortalAndTheAddressOfTheLimits() {
        office.access.grant(office.anna, Right.MANAGE_PORTAL, office.sales);
        var limits = new CallLimits(
                Optional.of(2), Optional.empty(), Optional.empty(), Set.of(), false, Optional.of("alarm@acme.test"));
        office.phones.put(office.acme, new CallSettings("DE", "30", "", Map.of(), List.of(), 60, false, limits, 0));
        reached("simultaneous");
        assertThat(addresses()).containsExactly("anna@acme.test", "alarm@acme.test");
        MailDraft first = mails.sent().get(0).draft();
        assertThat(first.language()).isEqualTo("de");
        assertThat(first.values())
                .containsEntry("number", "+4940123456")
                .containsEntry(
                        "calls", office.portals.link(office.acme, "/calls").toString())
                .containsEntry("limit", "zu viele gleichzeitig");
    }

    @Test
    void onceAnHourForEachLimit() {
        office.access.grant(office.bob, Right.MANAGE_PORTAL, office.sales);
        reached("minutes");
        reached("minutes");
        reached("destinations");
        assertThat(addresses()).hasSize(2);
        office.cluster.pass(Duration.ofMinutes(61));
        reached("minutes");
        assertThat(addresses()).hasSize(3);
    }

    @Test
    void tellsOfALimitThatIsNear() {
        office.access.grant(office.bob, Right.MANAGE_PORTAL, office.sales);
        assertThat(teller.wants(office.acme, CallEvents.LIMIT_NEAR)).isTrue();
        tell(CallEvents.LIMIT_NEAR, Json.text(new CallEvents.Neared("minutes", 240, 300)));
        tell(CallEvents.LIMIT_NEAR, Json.text(new CallEvents.Neared("minutes", 241, 300)));
        reached("minutes");
        assertThat(mails.sent())
                .extracting(sent -> sent.draft().template())
                .containsExactly(LimitNearTemplate.NAME, LimitTemplate.NAME);
        assertThat(mails.sent().get(0).draft().values())
                .containsEntry("used", "240")
                .containsEntry("most", "300")
                .containsEntry("limit", "minutes a day");
    }
}
