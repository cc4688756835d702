package org.patchbay.provisioning.template;

import java.util.HashMap;
import java.util.Map;

/** What a template may say of a key. */
public final class KeyValues {

    private static final int FIRST = 6;
    private static final int MODES = 1361;
    private static final int LABELS = 1463;

    private KeyValues() {}

    /**
     * The values of a key but what it is for.
     *
     * @param index from 1 on
     */
    public static Map<String, String> of(int index, String number, String label) {
        Map<String, String> values = new HashMap<>();
        values.put("key.place", Integer.toString(index - 1));
        values.put("key.index", Integer.toString(index));
        values.put("key.value", number);
        values.put("key.label", label);
        values.put("key.firstSix", index <= FIRST ? "on" : "");
        // The settings of Grandstream's first keys are numbered in pairs.
        values.put("key.modeSetting", "P" + (MODES + 2 * index));
        values.put("key.accountSetting", "P" + (MODES + 2 * index + 1));
        values.put("key.labelSetting", "P" + (LABELS + 2 * index));
        values.put("key.valueSetting", "P" + (LABELS + 2 * index + 1));
        return values;
    }
}
