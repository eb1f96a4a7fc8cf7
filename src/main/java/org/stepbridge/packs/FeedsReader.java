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
    private final String authority;
    private final Map<String, Item> entries;

    /** @param authority whose feeds they are, as its folder is called */
    FeedsReader(Item root, String authority) {
        this.root = root;
        this.authority = authority;
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
                directory(id, kind, feed),
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
        // a poll of a view is as large as what is new
        boolean sized = feed.has("smallest") && !PolledView.isOne(feed.text("uri"));
        return new Usual(
                feed.text("days").equals("working"),
                sized ? Integer.parseInt(feed.text("smallest").replace("%", "")) : 0,
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

    /** A file feed's own folder; what is fetched waits where it would have been dropped, unless the feed says otherwise. */
    private String directory(String id, Kind kind, Item feed) {
        Matcher file = FILE_URI.matcher(feed.text("uri"));
        String directory = feed.has("directory")
                ? feed.text("directory")
                : file.matches() ? file.group(1) : "inbox/" + authority + "/" + system(id, kind);
        if (List.of(directory.split("[/\\\\]")).contains("..")) {
            feed.at(feed.has("directory") ? "directory" : "uri").wrong("a folder is named without '..'");
        }
        return directory;
    }

    /** The system that a feed is of, by its name if that begins with one, otherwise by what it brings. */
    private static String system(String id, Kind kind) {
        if (id.startsWith("lcs-") || id.startsWith("ehm-")) {
            return id.substring(0, "lcs".length());
        }
        return switch (kind) {
            case LCS_REQUESTS, PERSON_MERGES -> "lcs";
            case EHM_REQUESTS, NOTES, RECORDS -> "ehm";
        };
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
