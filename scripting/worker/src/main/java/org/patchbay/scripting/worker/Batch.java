package org.patchbay.scripting.worker;

/** Events that are handed over together, as the JSON text {@code [[number,event],…]}. */
final class Batch {

    private final StringBuilder json = new StringBuilder("[");
    private long first;
    private int size;

    void add(Work.Deliver event) {
        if (size++ > 0) {
            json.append(',');
        } else {
            first = event.number();
        }
        json.append('[')
                .append(event.number())
                .append(',')
                .append(event.event())
                .append(']');
    }

    int size() {
        return size;
    }

    /** The number of the only event, or 0 when there are several. */
    long single() {
        return size == 1 ? first : 0;
    }

    String json() {
        return json + "]";
    }
}
