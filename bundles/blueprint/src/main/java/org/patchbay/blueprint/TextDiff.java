package org.patchbay.blueprint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.patchbay.blueprint.Comparison.Kind;
import org.patchbay.blueprint.Comparison.Line;

/**
 * The lines by which two texts differ, with some around them (Myers, "An O(ND) Difference Algorithm and Its Variations").
 * Texts that differ too much are shown as one taken away and the other added.
 */
final class TextDiff {

    private static final int AROUND = 3;
    private static final int MOST_CHANGES = 1000;

    private TextDiff() {}

    static List<Line> of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int start = 0;
        while (start < Math.min(old.size(), now.size()) && old.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(old.size(), now.size()) - start
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        List<Line> lines = new ArrayList<>();
        add(lines, Kind.SAME, old.subList(0, start));
        lines.addAll(middle(old.subList(start, old.size() - end), now.subList(start, now.size() - end)));
        add(lines, Kind.SAME, old.subList(old.size() - end, old.size()));
        return shortened(lines);
    }

    private static void add(List<Line> lines, Kind kind, List<String> texts) {
        texts.forEach(text -> lines.add(new Line(kind, text)));
    }

    private static List<Line> middle(List<String> old, List<String> now) {
        int most = Math.min(old.size() + now.size(), MOST_CHANGES);
        List<int[]> reached = new ArrayList<>();
        int[] furthest = new int[2 * most + 3];
        int middle = most + 1;
        for (int changes = 0; changes <= most; changes++) {
            reached.add(furthest.clone());
            for (int diagonal = -changes; diagonal <= changes; diagonal += 2) {
                boolean down = diagonal == -changes
                        || (diagonal != changes && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1]);
                int x = down ? furthest[middle + diagonal + 1] : furthest[middle + diagonal - 1] + 1;
                int y = x - diagonal;
                while (x < old.size() && y < now.size() && old.get(x).equals(now.get(y))) {
                    x++;
                    y++;
                }
                furthest[middle + diagonal] = x;
                if (x >= old.size() && y >= now.size()) {
                    return path(old, now, reached, middle);
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        add(lines, Kind.REMOVED, old);
        add(lines, Kind.ADDED, now);
        return lines;
    }

    /** Back from the end by what was reached with ever fewer changes. */
    private static List<Line> path(List<String> old, List<String> now, List<int[]> reached, int middle) {
        List<Line> lines = new ArrayList<>();
        int x = old.size();
        int y = now.size();
        for (int changes = reached.size() - 1; changes >= 0; changes--) {
            int[] furthest = reached.get(changes);
            int diagonal = x - y;
            boolean down = diagonal == -changes
                    || (diagonal != changes && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1]);
            int from = down ? diagonal + 1 : diagonal - 1;
            int fromX = changes == 0 ? 0 : furthest[middle + from];
            int fromY = changes == 0 ? 0 : fromX - from;
            while (x > fromX && y > fromY) {
                x--;
                y--;
                lines.add(new Line(Kind.SAME, old.get(x)));
            }
            if (changes > 0 && down) {
                y--;
                lines.add(new Line(Kind.ADDED, now.get(y)));
            } else if (changes > 0) {
                x--;
                lines.add(new Line(Kind.REMOVED, old.get(x)));
            }
        }
        Collections.reverse(lines);
        return lines;
    }

    /** Without what is far from any change. */
    private static List<Line> shortened(List<Line> lines) {
        List<Line> shown = new ArrayList<>();
        int skipped = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (isNear(lines, i)) {
                if (skipped > 0) {
                    shown.add(new Line(Kind.SKIPPED, Integer.toString(skipped)));
                    skipped = 0;
                }
                shown.add(lines.get(i));
            } else {
                skipped++;
            }
        }
        return shown;
    }

    private static boolean isNear(List<Line> lines, int at) {
        for (int i = Math.max(0, at - AROUND); i <= Math.min(lines.size() - 1, at + AROUND); i++) {
            if (lines.get(i).kind() != Kind.SAME) {
                return true;
            }
        }
        return false;
    }
}
