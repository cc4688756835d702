package org.patchbay.phonemedia.prompts;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.PortalId;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.phonemedia.sound.Source;

/** Prompts one after the other, once or for ever. Taken from by one thread. */
public final class Playback implements Source {

    private final PromptLibrary library;
    private final PortalId portal;
    private final List<Prompt> prompts;
    private final boolean forEver;
    private final Queue<Source> opened = new ArrayDeque<>();
    private @Nullable Source current;
    private int next;
    private boolean heardSome;

    public Playback(PromptLibrary library, PortalId portal, List<Prompt> prompts, boolean forEver) {
        this.library = library;
        this.portal = portal;
        this.prompts = List.copyOf(prompts);
        this.forEver = forEver;
    }

    @Override
    public boolean next(short[] frame) {
        while (true) {
            Source source = current;
            if (source != null && source.next(frame)) {
                heardSome = true;
                return true;
            }
            if (source != null) {
                source.close();
                current = null;
            }
            if (!advance(frame)) {
                return false;
            }
            if (current == null) {
                return true; // a round in which nothing was to be heard lasts a frame of silence
            }
        }
    }

    /** Takes the next source; none and a silent frame after a silent round; false at the end. */
    private boolean advance(short[] frame) {
        while (opened.isEmpty()) {
            if (next < prompts.size()) {
                opened.addAll(library.open(portal, prompts.get(next)));
                next++;
            } else if (!forEver || prompts.isEmpty()) {
                return false;
            } else {
                next = 0;
                boolean silent = !heardSome;
                heardSome = false;
                if (silent) {
                    Arrays.fill(frame, (short) 0);
                    return true;
                }
            }
        }
        current = opened.poll();
        return true;
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
            current = null;
        }
        opened.forEach(Source::close);
        opened.clear();
    }
}
