package org.patchbay.extensions.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.Right;
import org.patchbay.extensions.Switchboard;
import org.patchbay.extensions.file.TrunksText.RuleText;
import org.patchbay.extensions.file.TrunksText.TrunkText;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.spi.tenancy.PortalSection;
import org.patchbay.spi.tenancy.Section;

/** Trunks and rules in a portal's file; written when asked for. */
@Component(service = PortalSection.class)
public final class TrunksSection implements PortalSection<TrunksText> {

    private static final int ORDER = 55;

    private final Switchboard switchboard;
    private final Departments departments;

    @Activate
    public TrunksSection(@Reference Switchboard switchboard, @Reference Departments departments) {
        this.switchboard = switchboard;
        this.departments = departments;
    }

    @Override
    public Section<TrunksText> section() {
        return new Section<>("trunks", ORDER, TrunksText.class, Right.CONFIGURE_TRUNKS, true);
    }

    @Override
    public TrunksText read(PortalId portal) {
        Terms terms = new Terms(portal, switchboard, departments);
        return new TrunksText(
                switchboard.all(portal, Kinds.TRUNK).stream()
                        .map(trunk -> TrunkText.of(terms, trunk))
                        .toList(),
                switchboard.all(portal, Kinds.RULE).stream()
                        .map(rule -> RuleText.of(terms, rule))
                        .toList());
    }

    private static List<Part<?, ?>> parts(TrunksText wanted) {
        return List.of(
                new Part<>(
                        "trunks",
                        Kinds.TRUNK,
                        wanted.trunks(),
                        TrunkText::key,
                        (terms, text, id) -> text.thing(terms, id, 1),
                        (terms, text, before, version) -> text.thing(terms, before.id(), version)),
                new Part<>(
                        "rules",
                        Kinds.RULE,
                        wanted.rules(),
                        RuleText::key,
                        (terms, text, id) -> text.thing(terms, id, 1),
                        (terms, text, before, version) -> text.thing(terms, before.id(), version)));
    }

    @Override
    public List<String> apply(PortalId portal, TrunksText wanted, Caller by) {
        List<Part<?, ?>> parts = parts(wanted);
        parts.forEach(part -> part.create(portal, switchboard, () -> new Terms(portal, switchboard, departments), by));
        Terms terms = new Terms(portal, switchboard, departments);
        parts.forEach(part -> part.update(portal, switchboard, terms, by));
        return List.of();
    }

    @Override
    public void prune(PortalId portal, TrunksText wanted, Caller by) {
        List<Part<?, ?>> parts = new ArrayList<>(parts(wanted));
        Collections.reverse(parts);
        parts.forEach(part -> part.prune(portal, switchboard, by));
    }
}
