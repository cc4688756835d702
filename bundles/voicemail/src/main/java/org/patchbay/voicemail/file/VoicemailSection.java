package org.patchbay.voicemail.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.ExtensionNames;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.tenancy.Items;
import org.patchbay.spi.tenancy.PortalSection;
import org.patchbay.spi.tenancy.Section;
import org.patchbay.voicemail.Mailboxes;
import org.patchbay.voicemail.box.Mailbox;
import org.patchbay.voicemail.box.MailboxSettings;
import org.patchbay.voicemail.store.VoicemailStore;

/** What is chosen of mailboxes in a portal's file; written when asked for. */
@Component(service = PortalSection.class)
public final class VoicemailSection implements PortalSection<VoicemailText> {

    /** After extensions and what else calls are led to. */
    private static final int ORDER = 64;

    private final VoicemailStore store;
    private final Mailboxes mailboxes;
    private final ExtensionNames names;

    @Activate
    public VoicemailSection(
            @Reference VoicemailStore store, @Reference Mailboxes mailboxes, @Reference ExtensionNames names) {
        this.store = store;
        this.mailboxes = mailboxes;
        this.names = names;
    }

    @Override
    public Section<VoicemailText> section() {
        return new Section<>("voicemail", ORDER, VoicemailText.class, Right.CONFIGURE_CALL_HANDLING, true);
    }

    private List<Mailbox> chosen(PortalId portal) {
        return store.mailboxes(portal).stream()
                .filter(box -> !box.settings().equals(MailboxSettings.NONE))
                .toList();
    }

    @Override
    public VoicemailText read(PortalId portal) {
        List<MailboxText> texts = new ArrayList<>();
        for (Mailbox box : chosen(portal)) {
            Optional<String> operator = box.settings().operator().map(to -> names.write(portal, to));
            names.find(portal, box.extension())
                    .map(Extension::number)
                    .map(number -> MailboxText.of(number, box.settings(), operator))
                    .ifPresent(texts::add);
        }
        texts.sort(Comparator.comparing(MailboxText::number));
        return new VoicemailText(texts);
    }

    @Override
    public List<String> apply(PortalId portal, VoicemailText wanted, Caller by) {
        Items.at("/mailboxes", () -> {
            Items.requireOnce(
                    "", wanted.mailboxes().stream().map(MailboxText::number).toArray(String[]::new), number -> number);
            for (int i = 0; i < wanted.mailboxes().size(); i++) {
                MailboxText text = wanted.mailboxes().get(i);
                Items.at("/" + i, () -> apply(portal, text, by));
            }
        });
        return List.of();
    }

    private void apply(PortalId portal, MailboxText text, Caller by) {
        Extension extension = names.numbered(portal, text.number())
                .orElseThrow(() -> Problem.INVALID.at("/number", "telephone.unknown-target", "is not there"));
        Optional<Destination> operator = text.operator().map(to -> names.read(portal, "/operator", to));
        mailboxes.choose(portal, extension, text.settings(operator), by);
    }

    @Override
    public void prune(PortalId portal, VoicemailText wanted, Caller by) {
        Set<String> kept = wanted.mailboxes().stream().map(MailboxText::number).collect(Collectors.toSet());
        for (Mailbox box : chosen(portal)) {
            names.find(portal, box.extension())
                    .filter(extension -> !kept.contains(extension.number()))
                    .ifPresent(extension -> mailboxes.choose(portal, extension, MailboxSettings.NONE, by));
        }
    }
}
