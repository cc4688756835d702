package org.patchbay.dialin;

/** Digits that a caller keys in, until pound or until there are as many as there may be. Not thread-safe. */
final class Keys {

    private final int most;
    private final StringBuilder digits = new StringBuilder();

    Keys(int most) {
        this.most = most;
    }

    /** Takes a key; true when that was the last one. A star begins anew. */
    boolean press(char key) {
        if (key == '#') {
            return true;
        }
        if (key == '*') {
            digits.setLength(0);
        } else if (Character.isDigit(key)) {
            digits.append(key);
        }
        return digits.length() == most;
    }

    String digits() {
        return digits.toString();
    }
}
