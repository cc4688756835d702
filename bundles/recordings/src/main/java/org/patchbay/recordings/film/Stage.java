package org.patchbay.recordings.film;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.patchbay.spi.media.EndpointId;

/**
 * Where what is in the pictures of a film, and the options by which ffmpeg makes a scene. Each source is scaled into its place
 * and brought to the film's rate; one that begins late is shown from its first picture on, one that ends early stays. Not
 * thread-safe.
 */
final class Stage {

    static final int WIDTH = 1_280;
    static final int HEIGHT = 720;

    private static final int TILE_WIDTH = 256;
    private static final int TILE_HEIGHT = 144;
    private static final String BACKGROUND = "0x15181D";
    /** 7680 by 4320; what claims to be larger is not decoded. */
    private static final String MOST_PIXELS = "33177600";

    private static final long MARGIN_MILLIS = 1_000;
    private static final long EARLY_MILLIS = 5;

    private static final List<Path> FONTS = List.of(
            Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
            Path.of("/usr/share/fonts/dejavu/DejaVuSans.ttf"),
            Path.of("/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf"),
            Path.of("/usr/share/fonts/TTF/DejaVuSans.ttf"),
            Path.of("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"),
            Path.of("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf"));

    private final Path folder;
    private final Map<EndpointId, String> names;
    private final Optional<Path> font;

    /** The folder is where ffmpeg runs; names are shown if there is a font and ffmpeg can write. */
    Stage(Path folder, Map<EndpointId, String> names, boolean canWrite) {
        this.folder = folder;
        this.names = names;
        this.font = canWrite ? FONTS.stream().filter(Files::isReadable).findFirst() : Optional.empty();
    }

    private record Place(int x, int y, int width, int height) {}

    /** The options for a scene, whose pictures go into that file. */
    List<String> options(Scene scene, String file) throws IOException {
        List<String> options = new ArrayList<>();
        var graph = new StringBuilder();
        String seconds = seconds(scene.endMillis() - scene.startMillis() + Scene.MILLIS_PER_FRAME);
        graph.append("color=c=" + BACKGROUND + ":s=" + WIDTH + "x" + HEIGHT + ":r=" + Scene.FRAMES_PER_SECOND + ":d="
                + seconds + ",format=yuv420p");
        if (scene.large().isEmpty() && scene.speaker().isPresent()) {
            graph.append(label(scene.speaker().get(), 40, "(w-tw)/2", "(h-th)/2"));
        }
        graph.append("[p0];");
        List<Shown> all = new ArrayList<>(scene.large().stream().toList());
        all.addAll(scene.strip());
        for (int i = 0; i < all.size(); i++) {
            input(options, all.get(i), scene);
            boolean large = i == 0;
            Place place = large
                    ? large(scene)
                    : new Place(WIDTH - TILE_WIDTH, (i - 1) * TILE_HEIGHT, TILE_WIDTH, TILE_HEIGHT);
            picture(graph, i, all.get(i), scene, place);
        }
        graph.append("[p" + all.size() + "]null[out]");
        options.addAll(List.of("-filter_complex", graph.toString(), "-map", "[out]", "-frames:v", "" + scene.frames()));
        options.addAll(
                List.of("-an", "-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "6", "-auto-alt-ref", "0"));
        options.addAll(List.of(
                "-b:v", "1500k", "-qmin", "4", "-qmax", "50", "-g", "250", "-threads", "2", "-f", "webm", file));
        return options;
    }

    private static Place large(Scene scene) {
        return new Place(0, 0, scene.strip().isEmpty() ? WIDTH : WIDTH - TILE_WIDTH, HEIGHT);
    }

    /**
     * Where in the recording reading begins: with the picture that is seen when the scene begins, or with the track's first. A
     * seek is a little early, for it must not miss that picture.
     */
    private static long begin(Shown shown, Scene scene) {
        long offset = shown.track().offset().toMillis();
        return Math.max(offset, shown.pictureAt(scene.startMillis()) - EARLY_MILLIS);
    }

    /** Sizes may change on the way, so that filters are not made anew. */
    private static void input(List<String> options, Shown shown, Scene scene) {
        long begin = begin(shown, scene);
        options.addAll(List.of("-reinit_filter", "0", "-max_pixels", MOST_PIXELS));
        options.addAll(List.of("-ss", seconds(begin - shown.track().offset().toMillis())));
        options.addAll(List.of("-t", seconds(Math.max(0, scene.endMillis() - begin) + MARGIN_MILLIS)));
        options.addAll(List.of("-i", "file:" + shown.track().file().toAbsolutePath()));
    }

    private void picture(StringBuilder graph, int index, Shown shown, Scene scene, Place place) throws IOException {
        long late = begin(shown, scene) - scene.startMillis();
        String size = place.width() + ":" + place.height();
        graph.append("[" + index + ":v]setpts=PTS+" + late + "/1000/TB,scale=" + size
                + ":force_original_aspect_ratio=decrease:force_divisible_by=2:flags=bilinear,pad="
                + size
                + ":(ow-iw)/2:(oh-ih)/2:color=" + BACKGROUND + ":eval=frame,setsar=1,format=yuv420p,fps="
                + Scene.FRAMES_PER_SECOND + ":start_time=0,tpad=stop_mode=clone:stop_duration="
                + seconds(scene.endMillis() - scene.startMillis() + Scene.MILLIS_PER_FRAME));
        int letters = place.width() > TILE_WIDTH ? 24 : 15;
        graph.append(label(shown.track().endpoint(), letters, "10", "h-th-10"));
        graph.append("[s" + index + "];[p" + index + "][s" + index + "]overlay=" + place.x() + ":" + place.y()
                + ":eof_action=pass[p" + (index + 1) + "];");
    }

    /** Names are in files, so that no character of theirs means anything to ffmpeg. */
    private String label(EndpointId whose, int size, String x, String y) throws IOException {
        String name = names.getOrDefault(whose, "").strip();
        if (font.isEmpty() || name.isEmpty()) {
            return "";
        }
        String file = "name-" + whose.value() + ".txt";
        Files.writeString(folder.resolve(file), name.replaceAll("\\p{Cntrl}", " "), StandardCharsets.UTF_8);
        return ",drawtext=fontfile=" + font.get() + ":textfile=" + file + ":expansion=none:fontsize=" + size
                + ":fontcolor=white:box=1:boxcolor=black@0.5:boxborderw=5:x=" + x + ":y=" + y;
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%d.%03d", millis / 1_000, millis % 1_000);
    }
}
