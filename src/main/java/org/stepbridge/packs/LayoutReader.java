package org.stepbridge.packs;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.FileFormat;
import org.stepbridge.casework.Layout;

/** Reads how the files of a feed are laid out; what is not said is as usual: UTF-8, a comma, the first sheet. */
final class LayoutReader {
    private static final String DETECT = "detect";

    private final Item feed;

    LayoutReader(Item feed) {
        this.feed = feed;
    }

    Layout layout() {
        FileFormat format = feed.has("format") ? Words.of(FileFormat.class, feed.text("format")) : null;
        onlyFor(List.of("sheet", "hiddenRows"), format, FileFormat.XLSX);
        onlyFor(List.of("rows"), format, FileFormat.XML, FileFormat.JSON);
        onlyFor(List.of("delimiter"), format, FileFormat.CSV);
        return new Layout(
                format,
                new Layout.Text(charset(), delimiter()),
                new Layout.Sheet(feed.text("sheet"), feed.flag("hiddenRows", true)),
                feed.text("rows"));
    }

    /** Tells of keys that mean nothing in the format that the feed states. */
    private void onlyFor(List<String> keys, @Nullable FileFormat format, FileFormat... formats) {
        for (String key : keys) {
            if (format != null && feed.has(key) && !List.of(formats).contains(format)) {
                feed.at(key).wrongKey("'" + key + "' means nothing in a feed of this format; leave it out");
            }
        }
    }

    private @Nullable Charset charset() {
        String charset = feed.text("charset");
        return charset.equals(DETECT) ? null : charset.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(charset);
    }

    private @Nullable Character delimiter() {
        String delimiter = feed.text("delimiter");
        if (delimiter.equals("\"") || delimiter.equals("\n") || delimiter.equals("\r")) {
            feed.at("delimiter").wrong("quotes and line breaks have a meaning of their own; write another character");
        }
        return delimiter.equals(DETECT) ? null : delimiter.isEmpty() ? Character.valueOf(',') : delimiter.charAt(0);
    }
}
