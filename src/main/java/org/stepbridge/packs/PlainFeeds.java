package org.stepbridge.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stepbridge.casework.PlainPack.Line;
import org.stepbridge.casework.PlainPack.Part;

/** Tells where exports come from and which of their columns are read. */
final class PlainFeeds {
    private static final Map<String, String> KINDS = Map.of(
            "lcs-requests", "requests raised in LCS",
            "ehm-requests", "requests raised in EHM",
            "notes", "notes on EHM",
            "person-merges", "records of persons that were merged",
            "records", "records of supervisions, visits, forms and the like, which meet deadlines");

    private final Item root;

    PlainFeeds(Item root) {
        this.root = root;
    }

    List<Part> parts() {
        return root.entries("feeds").values().stream()
                .map(feed -> new Part(feed.text("title"), lines(feed)))
                .toList();
    }

    private static List<Line> lines(Item feed) {
        List<Line> lines = new ArrayList<>();
        PlainLine source = PlainLine.of(
                        feed,
                        "It brings " + KINDS.getOrDefault(feed.text("kind"), feed.text("kind"))
                                + ", and each file holds "
                                + (feed.text("content").equals("full") ? "everything." : "what is new."))
                .detail("Read from " + feed.text("uri") + ", files whose names match " + feed.text("fileName") + ".");
        if (feed.has("silence")) {
            source.detail("People are told when none has come for " + feed.text("silence")
                    + (feed.text("days").equals("working") ? ", working days only." : "."));
        }
        if (feed.has("smallest")) {
            source.detail("People are told when a file is smaller than " + feed.text("smallest") + ".");
        }
        feed.entries("fixed")
                .values()
                .forEach(fixed -> source.detail("Its " + fixed.name() + " is always " + fixed.text() + "."));
        feed.entries("computed")
                .values()
                .forEach(made -> source.detail("Its " + made.name() + " is worked out as " + made.text() + "."));
        lines.add(source.line());
        PlainLine columns = PlainLine.of("These columns are read:");
        feed.entries("columns")
                .values()
                .forEach(column -> columns.detail(column(column)).ask(column.text("confirm")));
        lines.add(columns.line());
        return lines;
    }

    private static String column(Item column) {
        StringBuilder text = new StringBuilder(column.name());
        List<String> headers = new ArrayList<>(column.texts("headers"));
        headers.addAll(column.texts("headersLike"));
        text.append(" from ").append(Prose.or(Prose.quoted(headers)));
        if (column.flag("required", false)) {
            text.append("; a row without it is rejected");
        }
        column.entries("codes")
                .values()
                .forEach(code -> text.append("; ")
                        .append(code.name())
                        .append(" for ")
                        .append(Prose.or(Prose.quoted(column.at("codes").texts(code.name())))));
        return text.append('.').toString();
    }
}
