package org.patchbay.spi.tenancy;

import java.util.function.Consumer;
import org.patchbay.api.PatchbayException;

/** The items of a list in a portal's file. */
public final class Items {

    private Items() {}

    /** Does something with each; what goes wrong is said to be at its place in the list. */
    public static <T> void each(T[] items, Consumer<T> action) {
        for (int i = 0; i < items.length; i++) {
            int place = i;
            at("/" + place, () -> action.accept(items[place]));
        }
    }

    /** Does something; what goes wrong is said to be below the pointer. */
    public static void at(String pointer, Runnable action) {
        try {
            action.run();
        } catch (PatchbayException e) {
            throw e.below(pointer);
        }
    }
}
