package org.patchbay.spi.tenancy;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;

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

    /** Nothing is named twice; if it is, the second is at fault, at the pointer below it. */
    public static <T> void requireOnce(String pointer, T[] items, Function<T, String> name) {
        Set<String> names = new HashSet<>();
        each(items, item -> {
            if (!names.add(name.apply(item))) {
                throw Problem.INVALID.at(pointer, "file.twice", "is in the file already; name it once");
            }
        });
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
