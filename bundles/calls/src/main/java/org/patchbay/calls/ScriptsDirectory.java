package org.patchbay.calls;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.scripting.Script;
import org.patchbay.api.scripting.Scripts;

/** The scripts of portals, while there is an engine for them. Thread-safe. */
@Component(service = ScriptsDirectory.class)
public final class ScriptsDirectory {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<Scripts> engines = List.of();

    /** A directory that the container fills. */
    public ScriptsDirectory() {}

    /** A directory of these engines. */
    ScriptsDirectory(List<Scripts> engines) {
        this.engines = List.copyOf(engines);
    }

    /** What a script is called; its id once it is gone. */
    String name(PortalId portal, String id) {
        return engines.stream()
                .flatMap(engine -> engine.find(portal, id).stream())
                .map(Script::name)
                .findFirst()
                .orElse(id);
    }

    /** Whether a script that runs mentions this. */
    boolean mention(PortalId portal, String text) {
        var found = new boolean[1];
        for (Scripts engine : engines) {
            Page.walk(
                    page -> engine.list(portal, page),
                    script -> found[0] |= script.enabled()
                            && script.state() != Script.State.FAILED
                            && script.source().contains(text));
        }
        return found[0];
    }
}
