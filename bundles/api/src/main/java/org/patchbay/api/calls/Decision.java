package org.patchbay.api.calls;

import java.util.Map;

/**
 * One decision on a call's way, with its reason. Immutable.
 *
 * @param step what was decided about: {@code caller}, {@code number}, {@code limits}, {@code destination}, {@code script},
 *     {@code hours}, {@code dnd}, {@code forward}, {@code devices}, {@code group}, {@code queue}, {@code menu}, {@code trunk},
 *     {@code outcome}, {@code recording}, {@code application}, or the name of an application
 * @param reason what the answer was, kebab-case; translated by the console
 * @param params what the reason names: numbers, names, times, scripts by name
 */
public record Decision(String step, String reason, Map<String, String> params) {

    public Decision {
        params = Map.copyOf(params);
    }

    /** A decision whose reason names nothing. */
    public static Decision of(String step, String reason) {
        return new Decision(step, reason, Map.of());
    }

    /** A decision whose reason names one thing. */
    public static Decision of(String step, String reason, String name, String value) {
        return new Decision(step, reason, Map.of(name, value));
    }
}
