package org.patchbay.identity.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Files for tests of other packages. */
public final class Uploads {

    private Uploads() {}

    public static InputStream square() {
        return new ByteArrayInputStream(PictureRendererTest.file("png", 300, 300, BufferedImage.TYPE_INT_RGB));
    }
}
