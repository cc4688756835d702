package org.patchbay.scripting.worker;

/**
 * Events that are handed over together: what is about them as plain fields, since taking JSON apart is the dearest part
 * of an event in the interpreter, and their data as one JSON array.
 */
final class Batch {

    private static final char SEPARATOR = '\u001f';

    private final StringBuilder heads = new StringBuilder();
    private final StringBuilder data = new StringBuilder("[");
    private long first;
    private int size;

    void add(Work.Deliver event) {
        if (size++ > 0) {
            data.append(',');
        } else {
            first = event.number();
        }
        var text = event.text();
        int head = text.lastIndexOf(SEPARATOR) + 1;
        heads.append(event.number()).append(SEPARATOR).append(text, 0, head);
        data.append(text, head, text.length());
    }

    int size() {
        return size;
    }

    /** The number of the only event, or 0 when there are several. */
    long single() {
        return size == 1 ? first : 0;
    }

    /** Number, id, source, type, portal, subject, time, cause and sequence of each, all followed by a separator. */
    String heads() {
        return heads.toString();
    }

    /** The data of each. */
    String data() {
        return data + "]";
    }
}
