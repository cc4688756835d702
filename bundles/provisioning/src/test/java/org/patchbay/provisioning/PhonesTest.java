package org.patchbay.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.provisioning.phone.Maker;
import org.patchbay.provisioning.phone.Phone;
import org.patchbay.provisioning.phone.PhoneSecrets;

final class PhonesTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aHardwareAddressIsTakenOnTheWholeServer() {
        Phone phone = world.add(Maker.SNOM).phone();
        assertThat(phone.mac()).isEqualTo("001565aabbcc");
        assertThatThrownBy(() -> world.add(Maker.YEALINK)).isInstanceOfSatisfying(PatchbayException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.CONFLICT);
            assertThat(e.errors().get(0).code()).isEqualTo("phone.mac-taken");
        });
        world.phones.delete(world.acme, phone.id(), world.admin);
        assertThat(world.accounts.find(world.acme, phone.device())).isEmpty();
        assertThat(world.add(Maker.YEALINK).phone().mac()).isEqualTo("001565aabbcc");
    }

    @Test
    void anotherPortalSeesNothing() {
        Phone phone = world.add(Maker.SNOM).phone();
        assertThat(world.phones
                        .list(world.acme, PageRequest.first(10), world.admin)
                        .items())
                .hasSize(1);
        assertThat(world.phones
                        .list(world.acme, PageRequest.first(10), world.stranger)
                        .items())
                .isEmpty();
        assertThat(world.phones
                        .list(world.bolt, PageRequest.first(10), world.stranger)
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> world.phones.find(world.bolt, phone.id(), world.stranger))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.NOT_FOUND));
        assertThatThrownBy(() -> world.phones.renew(world.acme, phone.id(), world.anna))
                .isInstanceOf(PatchbayException.class);
    }

    @Test
    void noSecretIsInTheAuditNorInAnyText() {
        var handed = world.add(Maker.SNOM);
        var renewed = world.phones.renew(world.acme, handed.phone().id(), world.admin);
        String told = world.audit.drafts(world.acme) + " " + handed + " " + renewed;
        assertThat(told)
                .doesNotContain(World.secret(handed.url()), World.secret(renewed.url()), handed.adminPassword());
        assertThat(renewed.adminPassword()).isNotEqualTo(handed.adminPassword());
        assertThat(world.audit.actions(world.acme))
                .containsExactlyInAnyOrder(ProvisioningEvents.CREATED, ProvisioningEvents.RENEWED);
        assertThat(PhoneSecrets.make().toString()).isEqualTo("PhoneSecrets[]");
    }

    @Test
    void aTemplateIsReplacedOnlyByOneThatWorks() {
        assertThat(world.templates.list()).hasSize(5).allSatisfy(template -> {
            assertThat(template.own()).isFalse();
            assertThat(world.templates.preview(template.name(), template.content()))
                    .isNotEmpty();
        });
        assertThatThrownBy(() -> world.templates.save(world.acme, "snom", "<a>\n{{account.user}}\n</b>", world.admin))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        e -> assertThat(e.params().toString()).contains("line=3"));
        assertThatThrownBy(() -> world.templates.preview(
                        "snom", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"))
                .isInstanceOf(PatchbayException.class);
        world.templates.save(world.acme, "snom", "<a>{{account.user}}</a>", world.admin);
        String secret = World.secret(world.add(Maker.SNOM).url());
        var answer = (PhoneFiles.Answer.File)
                world.fetch(world.acme, secret, "snomT54W-001565AABBCC.htm", "snom 001565AABBCC", "");
        assertThat(answer.text()).isEqualTo("<a>100-abcde</a>");
        world.templates.delete(world.acme, "snom", world.admin);
        assertThat(world.templates.find("snom").own()).isFalse();
        assertThat(world.audit.actions(world.acme)).contains("phone-template.saved", "phone-template.deleted");
    }

    @Test
    void aChangeKeepsTheAccountUnlessTheExtensionIsAnother() {
        Phone phone = world.add(Maker.SNOM).phone();
        var changed = world.phones.change(
                world.acme,
                phone.id(),
                1,
                (before, version) -> new Phone(
                        before.id(),
                        before.mac(),
                        Maker.FANVIL,
                        "X4",
                        before.extension(),
                        before.device(),
                        "Hall",
                        before.language(),
                        before.ringTone(),
                        Phone.Transport.UDP,
                        List.of(),
                        List.of("192.0.2.0/24"),
                        version),
                world.admin);
        assertThat(changed.phone().device()).isEqualTo(phone.device());
        var device =
                world.accounts.find(world.acme, phone.device()).orElseThrow().device();
        assertThat(device.networks()).containsExactly("192.0.2.0/24");
        assertThatThrownBy(
                        () -> world.phones.change(world.acme, phone.id(), 1, (before, version) -> before, world.admin))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.STALE));
    }
}
