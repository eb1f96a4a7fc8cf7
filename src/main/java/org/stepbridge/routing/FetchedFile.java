package org.stepbridge.routing;

import java.util.regex.Pattern;
import org.apache.camel.component.file.GenericFile;
import org.stepbridge.casework.Feed;

/**
 * What of a server's folder belongs to a feed: its exports and, where it brings step-ups, the documents in
 * {@code attachments/<StepUpID>/} beside them. Names are paths from that folder, with {@code /} between their parts.
 */
final class FetchedFile {
    /** How deep the documents lie, the folder itself counted as one. */
    static final int DEPTH = 3;

    private static final String DOCUMENTS = "attachments";
    /** Nothing hidden, nothing that leads elsewhere. */
    private static final Pattern DOCUMENT =
            Pattern.compile(DOCUMENTS + "/(?![.~])[^/\\\\\\p{Cntrl}]+/(?![.~])[^/\\\\\\p{Cntrl}]+");

    private FetchedFile() {}

    /** The name of what a server offers. */
    static String name(GenericFile<?> offered) {
        return offered.getRelativeFilePath().replace('\\', '/');
    }

    /** Whether this is an export of the feed, or a document of one of its step-ups. */
    static boolean isOf(Feed feed, String name) {
        return isDocument(name) ? bringsDocuments(feed) : name.indexOf('/') < 0 && feed.takes(name);
    }

    static boolean isDocument(String name) {
        return DOCUMENT.matcher(name).matches();
    }

    /** Whether something of the feed may lie in this folder. */
    static boolean mayHold(Feed feed, String folder) {
        return bringsDocuments(feed) && (folder.equals(DOCUMENTS) || isDocument(folder + "/file"));
    }

    private static boolean bringsDocuments(Feed feed) {
        return feed.kind() == Feed.Kind.EHM_REQUESTS;
    }
}
