package org.patchbay.scripting.module;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.kv.KeyValues;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.spi.scripting.ScriptFunction;
import org.patchbay.spi.scripting.ScriptModule;

/** Small values that the portal's scripts share. */
@Component
public final class KvModule implements ScriptModule {

    private static final String SPACE = "scripts";

    private final KeyValues values;
    private final UnitOfWork unitOfWork;
    private final Object counting = new Object();

    @Activate
    public KvModule(@Reference KeyValues values, @Reference UnitOfWork unitOfWork) {
        this.values = values;
        this.unitOfWork = unitOfWork;
    }

    @Override
    public String name() {
        return "patchbay/kv";
    }

    @ScriptFunction("The value of the key, or null.")
    public Optional<String> get(PortalId portal, String key) {
        return values.get(portal, SPACE, key);
    }

    @ScriptFunction("Keeps a text of up to 64 KiB under the key, also when the server starts again.")
    public void put(PortalId portal, String key, String value) {
        values.put(portal, SPACE, key, value);
    }

    @ScriptFunction("Forgets the key.")
    public void remove(PortalId portal, String key) {
        values.remove(portal, SPACE, key);
    }

    @ScriptFunction("Adds to the whole number kept under the key, 0 at first, and answers the sum.")
    public long add(PortalId portal, String key, long amount) {
        synchronized (counting) {
            return unitOfWork.call(() -> {
                long sum = values.get(portal, SPACE, key)
                                .map(text -> number(key, text))
                                .orElse(0L)
                        + amount;
                values.put(portal, SPACE, key, Long.toString(sum));
                return sum;
            });
        }
    }

    private static long number(String key, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.CONFLICT.because("kv.number", "What is kept under " + key + " is no whole number");
        }
    }

    @ScriptFunction("The keys that begin with the prefix, sorted, at most 500.")
    public List<String> keys(PortalId portal, String prefix) {
        return values.keys(portal, SPACE, prefix, PageRequest.first(PageRequest.MAX_LIMIT))
                .items();
    }
}
