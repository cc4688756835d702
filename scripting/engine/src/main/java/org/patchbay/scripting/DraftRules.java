package org.patchbay.scripting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.patchbay.api.FieldError;
import org.patchbay.api.Names;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.scripting.ScriptDraft;
import org.patchbay.scripting.worker.SyntaxError;

/** What a script writer may save. */
final class DraftRules {

    private static final int MAX_NAME = 100;
    private static final int MAX_SOURCE = 256 << 10;
    private static final int MAX_HOSTS = 100;
    private static final int MAX_HOST = 253;
    private static final Pattern HOST =
            Pattern.compile("(\\*\\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    private DraftRules() {}

    static ScriptDraft check(ScriptDraft draft) {
        var errors = new ArrayList<FieldError>();
        var name = draft.name().strip();
        Names.fault("/name", name, MAX_NAME).ifPresent(errors::add);
        if (draft.source().length() > MAX_SOURCE) {
            errors.add(new FieldError("/source", "too-long", "is longer than " + MAX_SOURCE + " characters"));
        }
        if (!errors.isEmpty()) {
            throw Problem.INVALID.because(errors);
        }
        return new ScriptDraft(name, draft.source(), draft.enabled());
    }

    static PatchbayException syntax(SyntaxError error) {
        var place = Map.of("line", error.line(), "column", error.column(), "message", error.message());
        var detail = "line " + error.line() + ", column " + error.column() + ": " + error.message();
        return Problem.INVALID.at("/source", "script.syntax", detail, place);
    }

    static List<String> hosts(List<String> names) {
        if (names.size() > MAX_HOSTS) {
            throw Problem.INVALID.at("/allowedHosts", "hosts.many", "holds more than " + MAX_HOSTS + " hosts");
        }
        var hosts = new LinkedHashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            var host = names.get(i).strip().toLowerCase(Locale.ROOT);
            if (host.length() > MAX_HOST || !HOST.matcher(host).matches()) {
                throw Problem.INVALID.at(
                        "/allowedHosts/" + i, "host.invalid", "is no host name such as example.com or *.example.com");
            }
            hosts.add(host);
        }
        return List.copyOf(hosts);
    }
}
