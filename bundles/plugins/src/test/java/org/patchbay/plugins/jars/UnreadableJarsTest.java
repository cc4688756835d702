package org.patchbay.plugins.jars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.plugins.jars.UnreadableJars.UnreadableJar;

class UnreadableJarsTest {

    private final Path deploy;
    private final UnreadableJars jars = new UnreadableJars();

    UnreadableJarsTest(@TempDir Path deploy) {
        this.deploy = deploy;
    }

    @Test
    void hasNothingToSayOfBundles() throws IOException {
        assertThat(jars.complain(jar("good.jar", "org.example.good"))).isFalse();
        assertThat(jars.list()).isEmpty();
    }

    @Test
    void saysWhatIsWrongUntilTheFileIsMendedOrGone() throws IOException {
        List<String> heard = new ArrayList<>();
        jars.onChange(() -> heard.add("change"));
        File garbage =
                Files.write(deploy.resolve("garbage.jar"), new byte[] {7, 0, 7}).toFile();
        File plain = jar("plain.jar", "");
        assertThat(jars.complain(garbage)).isTrue();
        assertThat(jars.complain(plain)).isTrue();

        assertThat(jars.list())
                .containsExactly(
                        new UnreadableJar(
                                "garbage.jar", "The file is damaged or no jar at all; copy it into the folder again"),
                        new UnreadableJar(
                                "plain.jar", "It is a jar but no plugin: its manifest has no Bundle-SymbolicName"));
        assertThat(jars.complain(jar("garbage.jar", "org.example.mended"))).isFalse();
        jars.forget(plain);
        assertThat(jars.list()).isEmpty();
        assertThat(heard).hasSize(4);
    }

    private File jar(String name, String symbolicName) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!symbolicName.isEmpty()) {
            manifest.getMainAttributes().putValue("Bundle-SymbolicName", symbolicName);
        }
        Path file = deploy.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.finish();
        }
        return file.toFile();
    }
}
