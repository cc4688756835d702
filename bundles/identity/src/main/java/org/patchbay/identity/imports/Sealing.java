package org.patchbay.identity.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.patchbay.api.PortalId;
import org.patchbay.api.secrets.Secrets;

/** Keeps what must not be read in the database, such as the PIN of a voicemail, sealed. */
final class Sealing {

    /** What a sealed value begins with. */
    static final String MARK = "sealed:";

    /** What is shown in its place; a row that comes back with it keeps what it has. */
    static final String HIDDEN = "\u2022\u2022\u2022\u2022\u2022\u2022";

    private final Secrets secrets;
    private final PortalId portal;

    Sealing(Secrets secrets, PortalId portal) {
        this.secrets = secrets;
        this.portal = portal;
    }

    Map<String, String> seal(Map<String, String> values) {
        return changed(values, value -> MARK + secrets.seal(portal, "person-attribute", value));
    }

    static Map<String, String> hide(Map<String, String> values) {
        return changed(values, value -> HIDDEN);
    }

    private static Map<String, String> changed(Map<String, String> values, UnaryOperator<String> change) {
        Map<String, String> result = new LinkedHashMap<>();
        values.forEach((name, value) -> result.put(
                name,
                ImportColumn.named(name)
                                .filter(column -> column.kind() == ImportColumn.Kind.SECRET)
                                .isPresent()
                        ? change.apply(value)
                        : value));
        return result;
    }
}
