package org.patchbay.store;

import java.time.Duration;
import org.patchbay.store.database.DatabaseSettings;

/** A process that commits a cup and a plate again and again, and tells each time when it is done. */
final class Acknowledger {

    private Acknowledger() {}

    public static void main(String... folder) {
        TwoSlices slices = open(folder[0]);
        for (int n = 0; ; n++) {
            String id = Integer.toString(n);
            slices.database.transactions().run(() -> {
                slices.addCup(id);
                slices.addPlate(id, id);
            });
            System.out.println(id);
        }
    }

    static TwoSlices open(String folder) {
        String url = "jdbc:derby:" + folder + "/derby;create=true";
        return new TwoSlices(new DatabaseSettings(url, "patchbay", "", 2, Duration.ofSeconds(5)));
    }
}
