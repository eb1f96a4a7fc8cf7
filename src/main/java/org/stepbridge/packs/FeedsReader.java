package org.stepbridge.packs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Feed.Kind;
import org.stepbridge.casework.Nearest;
import org.stepbridge.casework.PolledView;
import org.stepbridge.casework.Usual;

/** Reads {@code feeds.yaml}. */
final class FeedsReader {
    private static final Pattern FILE_URI = Pattern.compile("file:(?://)?([^?]+)(?:\\?.*)?");
    private static final String STAMP = "(?<stamp>";

    private final Item root;
    private final Map<String, Item> entries;

    FeedsReader(Item root) {
        this.root = root;
        this.entries = root.entries("feeds");
    }

    Feeds feeds() {
        List<Feed> feeds = new ArrayList<>();
        entries.forEach((id, feed) -> feeds.add(feed(id, feed)));
        if (feeds.stream().noneMatch(feed -> feed.kind() == Kind.NOTES)) {
            root.at("feeds")
                    .wrongKey("no feed brings notes; without them every request waits: add one with kind: notes");
        }
        return new Feeds(feeds);
    }

    private Feed feed(String id, Item feed) {
        Kind kind = Words.of(Kind.class, feed.text("kind"));
        FeedUri.check(feed.at("uri"));
        Pattern fileName = fileName(feed.at("fileName"));
        if (PolledView.isOne(feed.text("uri"))) {
            ViewFeed.check(id, feed, fileName);
        }
        return new Feed(
                id,
                feed.text("uri"),
                directory(feed),
                fileName,
                Patterns.checked(feed.at("extractTime")),
                kind,
                after(id, feed),
                feed.flag("headerOnly", false),
                feed.text("content").equals("full"),
                Lengths.duration(feed.text("silence")),
                usual(feed, kind),
                new MappingReader(feed, kind).mapping());
    }

    private static Usual usual(Item feed, Kind kind) {
        boolean delta = feed.text("content").equals("delta");
        if (delta && kind == Kind.NOTES && !feed.has("covers")) {
            feed.at("content")
                    .wrong(
                            "without covers nobody can tell whether a file is missing between two; add covers: 24 hours, or"
                                    + " however long before its extract time each file begins");
        }
        if (!delta && feed.has("covers")) {
            feed.at("covers").wrongKey("covers is for content: delta; a full file holds everything, so leave it out");
        }
        return new Usual(
                feed.text("days").equals("working"),
                feed.has("smallest") ? Integer.parseInt(feed.text("smallest").replace("%", "")) : 0,
                feed.has("covers") ? Lengths.duration(feed.text("covers")) : null);
    }

    private List<String> after(String id, Item feed) {
        Set<String> others = new HashSet<>(entries.keySet());
        others.remove(id);
        for (Item other : feed.items("after")) {
            if (!others.contains(other.text())) {
                other.wrong(
                        "there is no other feed called '" + other.text() + "'" + Nearest.hint(other.text(), others));
            } else if (waitsFor(other.text(), id, new HashSet<>())) {
                other.wrong("'" + other.text()
                        + "' waits for this feed in turn, so neither would be read; take one of them out");
            }
        }
        return feed.texts("after");
    }

    private boolean waitsFor(String feed, String other, Set<String> seen) {
        return feed.equals(other)
                || (seen.add(feed)
                        && root.at("feeds").at(feed).texts("after").stream()
                                .anyMatch(before -> waitsFor(before, other, seen)));
    }

    private static String directory(Item feed) {
        Matcher uri = FILE_URI.matcher(feed.text("uri"));
        boolean file = uri.matches();
        String directory = feed.has("directory") || !file ? feed.text("directory") : uri.group(1);
        if (directory.isEmpty()) {
            feed.at("uri")
                    .wrongKey("the folder in which files wait is missing; add directory: inbox/<authority>/<system>");
        }
        if (List.of(directory.split("[/\\\\]")).contains("..")) {
            feed.at(feed.has("directory") ? "directory" : "uri").wrong("a folder is named without '..'");
        }
        return directory;
    }

    private static Pattern fileName(Item fileName) {
        if (!fileName.text().contains(STAMP)) {
            fileName.wrong("the extract time is missing; put the part of the name that holds it in " + STAMP + "…)");
        }
        try {
            return Pattern.compile(fileName.text());
        } catch (PatternSyntaxException e) {
            fileName.wrongAt(Math.max(0, e.getIndex()), "this is no regular expression: " + e.getDescription());
            return Pattern.compile(".^");
        }
    }
}
