package org.patchbay.tenancy;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.tenancy.Feature;
import org.patchbay.api.tenancy.MeetingDefaults;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.spi.tenancy.Items;
import org.patchbay.spi.tenancy.PortalSection;
import org.patchbay.spi.tenancy.Section;
import org.patchbay.tenancy.logo.LogoService;

/** The portal's own fields in its file, with branding and meeting defaults. */
@Component(service = PortalSection.class)
public final class PortalFields implements PortalSection<PortalFields.PortalText> {

    private final Portals portals;
    private final PortalEditor editor;
    private final LogoService logos;

    @Activate
    public PortalFields(@Reference Portals portals, @Reference PortalEditor editor, @Reference LogoService logos) {
        this.portals = portals;
        this.editor = editor;
        this.logos = logos;
    }

    @Override
    public Section<PortalText> section() {
        return new Section<>("portal", 0, PortalText.class, Right.MANAGE_PORTAL);
    }

    @Override
    public PortalText read(PortalId portal) {
        Portal found = require(portal);
        return new PortalText(
                found.name(),
                found.host(),
                found.language(),
                found.zone(),
                found.webInterface(),
                found.expires(),
                found.participantLimit(),
                found.profiles(),
                found.features(),
                found.storageMegabytes(),
                found.meetingDefaults(),
                new BrandingText(found.accent(), found.support(), logo(found)));
    }

    private Optional<String> logo(Portal portal) {
        return portal.logo().flatMap(hash -> logos.find(portal.id(), hash)).map(Base64.getEncoder()::encodeToString);
    }

    @Override
    public List<String> apply(PortalId portal, PortalText wanted, Caller by) {
        Portal present = require(portal);
        PortalDraft draft = draft(wanted);
        if (!draft.equals(present.draft())) {
            editor.update(portal, present.version(), draft, by);
        }
        Items.at("/branding/logo", () -> applyLogo(portal, wanted.branding().logo(), by));
        return List.of();
    }

    private void applyLogo(PortalId portal, Optional<String> wanted, Caller by) {
        Portal present = require(portal);
        if (wanted.equals(logo(present))) {
            return;
        }
        if (wanted.isEmpty()) {
            logos.remove(portal, present.version(), by);
            return;
        }
        try {
            logos.put(portal, present.version(), Base64.getMimeDecoder().decode(wanted.get()), by);
        } catch (IllegalArgumentException e) {
            throw Problem.INVALID.because("logo.encoding", "must be a PNG or JPEG as base 64");
        }
    }

    /** Spelled as it is kept, so that what means the same is the same. */
    private static PortalDraft draft(PortalText text) {
        return new PortalDraft(
                text.name().strip(),
                text.host().strip().toLowerCase(Locale.ROOT),
                text.language(),
                text.zone(),
                text.branding().accent().toLowerCase(Locale.ROOT),
                text.webInterface(),
                text.expires(),
                text.participantLimit(),
                text.profiles(),
                text.features(),
                text.branding().support().map(String::strip).filter(contact -> !contact.isEmpty()),
                text.storageMegabytes(),
                text.meetingDefaults());
    }

    private Portal require(PortalId portal) {
        return portals.find(portal)
                .orElseThrow(() -> Problem.NOT_FOUND.because("portal.unknown", "There is no such portal"));
    }

    /** The fields as in {@link Portal}. */
    public record PortalText(
            String name,
            String host,
            String language,
            String zone,
            boolean webInterface,
            Optional<LocalDate> expires,
            Optional<Integer> participantLimit,
            @MayBeAbsent Set<String> profiles,
            @MayBeAbsent Set<Feature> features,
            Optional<Integer> storageMegabytes,
            MeetingDefaults meetingDefaults,
            BrandingText branding) {}

    /**
     * What people see of the portal.
     *
     * @param logo a PNG or JPEG as base 64
     */
    public record BrandingText(String accent, Optional<String> support, Optional<String> logo) {}
}
