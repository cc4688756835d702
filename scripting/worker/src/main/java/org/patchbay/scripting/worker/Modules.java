package org.patchbay.scripting.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.graalvm.polyglot.io.FileSystem;

/**
 * All the files that one script can see: its own source and the modules {@code patchbay/*}, each of which exports one
 * object of the module's name. Whether a module is there shows when it is called, since modules come and go.
 */
final class Modules implements FileSystem {

    static final String SCRIPT = "/script.js";
    private static final Pattern MODULE = Pattern.compile("/patchbay/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)");

    private final String script;

    Modules(String script) {
        this.script = script;
    }

    @Override
    public Path parsePath(URI uri) {
        return Path.of(uri.getPath() == null ? uri.toString() : uri.getPath());
    }

    @Override
    public Path parsePath(String path) {
        return Path.of(path);
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return Path.of("/").resolve(path);
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) {
        return toAbsolutePath(path).normalize();
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options) throws IOException {
        if (modes.contains(AccessMode.WRITE) || modes.contains(AccessMode.EXECUTE)) {
            throw refused();
        }
        text(path);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return new MemoryChannel(text(path).getBytes(UTF_8));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return Map.of("isRegularFile", true, "isDirectory", false, "size", (long)
                text(path).length());
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) {
        throw refused();
    }

    @Override
    public void delete(Path path) {
        throw refused();
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter) {
        throw refused();
    }

    private String text(Path path) throws IOException {
        var name = toRealPath(path).toString();
        if (name.equals(SCRIPT)) {
            return script;
        }
        var module = MODULE.matcher(name);
        if (!module.matches()) {
            throw new NoSuchFileException(name, null, "only patchbay/... can be imported");
        }
        return "export const " + exported(module.group(1)) + " = __patchbay('" + name.substring(1) + "');";
    }

    /** {@code call-control} is exported as {@code callControl}. */
    static String exported(String module) {
        return Pattern.compile("-(.)").matcher(module).replaceAll(found -> found.group(1)
                .toUpperCase(java.util.Locale.ROOT));
    }

    private static SecurityException refused() {
        return new SecurityException("There are no files here");
    }
}
