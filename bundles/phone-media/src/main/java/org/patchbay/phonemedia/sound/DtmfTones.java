package org.patchbay.phonemedia.sound;

/** The two tones of each key (ITU-T Q.23). */
public final class DtmfTones {

    static final double[] ROWS = {697, 770, 852, 941};
    static final double[] COLUMNS = {1209, 1336, 1477, 1633};

    private static final String KEYS = "123A456B789C*0#D";

    private DtmfTones() {}

    static char key(int row, int column) {
        return KEYS.charAt(4 * row + column);
    }

    /** Whether there is such a key. */
    public static boolean isKey(char key) {
        return KEYS.indexOf(key) >= 0;
    }

    /** A key pressed for so long. */
    public static ToneSource press(char key, long millis) {
        int at = KEYS.indexOf(key);
        return ToneSource.of(millis, ROWS[at / 4], COLUMNS[at % 4]);
    }
}
