package org.patchbay.scripting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.scripting.Script;
import org.patchbay.api.scripting.ScriptDraft;
import org.patchbay.api.scripting.Scripts;
import org.patchbay.spi.tenancy.Items;
import org.patchbay.spi.tenancy.PortalSection;
import org.patchbay.spi.tenancy.Section;

/** The scripts of a portal and the hosts they may call, in the portal's file. */
@Component(service = PortalSection.class)
public final class ScriptsSection implements PortalSection<ScriptsSection.ScriptsText> {

    private final Scripts scripts;

    @Activate
    public ScriptsSection(@Reference Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public Section<ScriptsText> section() {
        return new Section<>("scripting", 40, ScriptsText.class, Right.MANAGE_SCRIPTS);
    }

    @Override
    public ScriptsText read(PortalId portal) {
        return new ScriptsText(
                sorted(scripts.allowedHosts(portal)),
                all(portal).stream()
                        .map(ScriptText::of)
                        .sorted(Comparator.comparing(ScriptText::name))
                        .toList());
    }

    private static List<String> sorted(List<String> hosts) {
        return hosts.stream().sorted().toList();
    }

    private List<Script> all(PortalId portal) {
        List<Script> found = new ArrayList<>();
        Page.walk(page -> scripts.list(portal, page), found::add);
        return found;
    }

    @Override
    public List<String> apply(PortalId portal, ScriptsText wanted, Caller by) {
        if (!sorted(wanted.allowedHosts()).equals(sorted(scripts.allowedHosts(portal)))) {
            scripts.allowHosts(portal, wanted.allowedHosts(), by);
        }
        List<Script> present = all(portal);
        Items.at(
                "/scripts",
                () -> Items.each(wanted.scripts().toArray(ScriptText[]::new), text -> {
                    Optional<Script> known = present.stream()
                            .filter(script -> script.name().equals(text.name()))
                            .findFirst();
                    if (known.isEmpty()) {
                        scripts.create(portal, text.draft(), by);
                    } else if (!ScriptText.of(known.get()).equals(text)) {
                        scripts.update(portal, known.get().id(), known.get().version(), text.draft(), by);
                    }
                }));
        return List.of();
    }

    @Override
    public void prune(PortalId portal, ScriptsText wanted, Caller by) {
        Set<String> names = wanted.scripts().stream().map(ScriptText::name).collect(Collectors.toSet());
        all(portal).stream()
                .filter(script -> !names.contains(script.name()))
                .forEach(script -> scripts.delete(portal, script.id(), by));
    }

    /** Scripts and the hosts they may call. */
    public record ScriptsText(@MayBeAbsent List<String> allowedHosts, @MayBeAbsent List<ScriptText> scripts) {}

    /**
     * A script by its name.
     *
     * @param off whether it is stopped
     */
    public record ScriptText(String name, @MayBeAbsent boolean off, String source) {

        static ScriptText of(Script script) {
            return new ScriptText(script.name(), !script.enabled(), script.source());
        }

        ScriptDraft draft() {
            return new ScriptDraft(name, source, !off);
        }
    }
}
