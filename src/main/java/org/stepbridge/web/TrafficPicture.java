package org.stepbridge.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stepbridge.casework.Traffic;
import org.stepbridge.casework.Traffic.Direction;
import org.stepbridge.casework.Traffic.Way;

/**
 * The routes as a picture, from what comes in on the left through the ledger to what goes out on the right, and in words.
 *
 * @param height of the picture
 * @param middle half of that
 * @param boxes one for each route that comes in or goes out
 * @param rows one for each route
 */
record TrafficPicture(int height, int middle, List<Box> boxes, List<Row> rows) {
    private static final int STEP = 46;
    private static final int LEFT = 0;
    private static final int RIGHT = 600;

    /**
     * A route as a box with a line to or from the ledger.
     *
     * @param x its left edge
     * @param y its upper edge
     * @param line from where and to where, as an SVG path
     * @param state of the route, as a class
     */
    record Box(int x, int y, String line, String name, String count, String state) {}

    /** A route in words. */
    record Row(
            String name,
            String way,
            String state,
            boolean trouble,
            String runs,
            String failed,
            String inHand,
            String last,
            String every) {}

    /** What whoever asks may see of it. */
    static TrafficPicture of(Traffic traffic, Sight sight, Instant now) {
        return of(
                traffic.ways().stream()
                        .filter(way -> way.authority().isEmpty()
                                || sight.pack(way.authority()).isPresent())
                        .toList(),
                now);
    }

    private static TrafficPicture of(List<Way> ways, Instant now) {
        List<Way> in = going(Direction.IN, ways);
        List<Way> out = going(Direction.OUT, ways);
        int height = Math.max(2, Math.max(in.size(), out.size())) * STEP;
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < in.size(); i++) {
            boxes.add(box(in.get(i), LEFT, i, 300, 360, height / 2));
        }
        for (int i = 0; i < out.size(); i++) {
            boxes.add(box(out.get(i), RIGHT, i, RIGHT, 540, height / 2));
        }
        return new TrafficPicture(
                height,
                height / 2,
                boxes,
                ways.stream().map(way -> row(way, now)).toList());
    }

    private static List<Way> going(Direction direction, List<Way> ways) {
        return ways.stream().filter(way -> way.direction() == direction).toList();
    }

    private static Box box(Way way, int x, int place, int edge, int ledger, int middle) {
        int y = place * STEP;
        return new Box(
                x,
                y,
                "M" + edge + " " + (y + 20) + " L" + ledger + " " + middle,
                way.name(),
                Figures.count(way.runs()) + (way.failed() > 0 ? ", " + Figures.count(way.failed()) + " failed" : ""),
                !way.open() ? "app-route--stopped" : way.inHand() > 0 ? "app-route--busy" : "app-route--open");
    }

    private static Row row(Way way, Instant now) {
        return new Row(
                way.name(),
                switch (way.direction()) {
                    case IN -> "Comes in";
                    case WITHIN -> "Looks after the ledger";
                    case OUT -> "Goes out";
                },
                way.open() ? "Open" : "Stopped",
                !way.open(),
                Figures.count(way.runs()),
                Figures.count(way.failed()),
                Figures.count(way.inHand()),
                way.last() == null ? "Never" : Times.age(way.last(), now) + " ago",
                way.every() == null ? "When something comes" : "Within " + wait(way.every()));
    }

    private static String wait(Duration every) {
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            return "a second";
        }
        return every.toSeconds() < 120 ? every.toSeconds() + " seconds" : every.toMinutes() + " minutes";
    }
}
