package org.patchbay.spi.media;

/**
 * How much an endpoint may send on average, in kilobits a second for all layers of a source together; 0 for no limit.
 * Immutable.
 */
public record UploadLimits(int cameraKilobits, int desktopKilobits) {

    private static final int MAX_KILOBITS = 100_000;

    public UploadLimits {
        check("/cameraKilobits", cameraKilobits);
        check("/desktopKilobits", desktopKilobits);
    }

    private static void check(String pointer, int kilobits) {
        Check.that(kilobits >= 0 && kilobits <= MAX_KILOBITS, pointer, "must be in 0 to " + MAX_KILOBITS);
    }

    /** As much as the network takes. */
    public static UploadLimits none() {
        return new UploadLimits(0, 0);
    }

    /** The limit of a kind of source; sound has none. */
    public int kilobits(SourceKind kind) {
        if (kind == SourceKind.CAMERA) {
            return cameraKilobits;
        }
        return kind == SourceKind.DESKTOP ? desktopKilobits : 0;
    }
}
