package org.patchbay.voicemail.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.ExtensionNames;
import org.patchbay.voicemail.World;
import org.patchbay.voicemail.box.MailboxSettings;

final class VoicemailSectionTest {

    private final World world = new World();
    private final VoicemailSection section = new VoicemailSection(world.store, world.mailboxes, new Names());

    @AfterEach
    void close() {
        world.close();
    }

    /** Extensions alone, by their numbers. */
    private final class Names implements ExtensionNames {

        @Override
        public Optional<Extension> numbered(PortalId portal, String number) {
            return find(portal, "ext-" + number);
        }

        @Override
        public Optional<Extension> find(PortalId portal, String id) {
            return world.phones.find(portal, id);
        }

        @Override
        public String write(PortalId portal, Destination destination) {
            return destination.kind() + " " + destination.value().replace("ext-", "");
        }

        @Override
        public Destination read(PortalId portal, String pointer, String text) {
            String number = text.replace("EXTENSION ", "");
            return numbered(portal, number)
                    .map(one -> new Destination(Destination.Kind.EXTENSION, one.id()))
                    .orElseThrow(() -> Problem.INVALID.at(pointer, "telephone.unknown-target", "is not there"));
        }
    }

    private static MailboxText box(String number, Optional<String> operator) {
        return MailboxText.of(number, World.mailed(true).dictating(true, false), operator);
    }

    private static VoicemailText wanted() {
        return new VoicemailText(List.of(box("100", Optional.empty()), box("101", Optional.of("EXTENSION 100"))));
    }

    @Test
    void makesItSoAndChangesNothingTheSecondTime() {
        section.apply(world.acme, wanted(), world.admin);
        assertThat(section.read(world.acme)).isEqualTo(wanted());
        assertThat(world.mailboxes.isOn(world.acme, "ext-101")).isTrue();
        int entries = world.audit.actions(world.acme).size();
        section.apply(world.acme, wanted(), world.admin);
        section.prune(world.acme, wanted(), world.admin);
        assertThat(world.audit.actions(world.acme)).hasSize(entries);
        assertThat(section.read(world.bolt).mailboxes()).isEmpty();
    }

    @Test
    void whatIsNotInItIsTheStandardAndThePinStays() {
        section.apply(world.acme, wanted(), world.admin);
        world.mailboxes.pin(world.acme, "ext-101", Optional.of("4711"), world.bob);
        var less = new VoicemailText(List.of(box("100", Optional.empty())));
        section.apply(world.acme, less, world.admin);
        section.prune(world.acme, less, world.admin);
        assertThat(section.read(world.acme)).isEqualTo(less);
        var left = world.store.mailbox(world.acme, "ext-101").orElseThrow();
        assertThat(left.settings()).isEqualTo(MailboxSettings.NONE);
        assertThat(left.pin()).isPresent();
    }

    @Test
    void saysWhereTheFileIsAtFault() {
        refuses("/mailboxes/0/number", box("199", Optional.empty()));
        refuses("/mailboxes/0/operator", box("101", Optional.of("EXTENSION 199")));
    }

    private void refuses(String pointer, MailboxText text) {
        assertThatThrownBy(() -> section.apply(world.acme, new VoicemailText(List.of(text)), world.admin))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        e -> assertThat(e.errors().get(0).pointer()).isEqualTo(pointer));
    }
}
