package org.stepbridge.casework;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where one kind of export comes from and how it is read.
 *
 * @param id its name, such as {@code lcs-transfers}
 * @param uri the Camel endpoint to read from; its directory part is relative to {@code stepbridge.home}
 * @param directory the inbox folder relative to {@code stepbridge.home}, such as {@code inbox/<authority>/lcs}
 * @param fileName which file names in that folder belong to this feed
 * @param extractTime the pattern ({@code java.time}) of the extract time captured by the group {@code stamp} of
 *     {@code fileName}; local time of the authority
 * @param kind what its rows are
 * @param after feeds whose files are read first when both have some
 * @param headerOnly whether a file with a header and no rows means that nothing happened
 * @param full whether each file holds everything (a delta otherwise)
 * @param silence how long it may be without a file before people are told
 * @param usual what is usual for its files
 * @param mapping how its columns map
 */
public record Feed(
        String id,
        String uri,
        String directory,
        Pattern fileName,
        String extractTime,
        Kind kind,
        List<String> after,
        boolean headerOnly,
        boolean full,
        Duration silence,
        Usual usual,
        Mapping mapping) {
    /** What the rows of a feed are. */
    public enum Kind {
        /** Requests raised in LCS. */
        LCS_REQUESTS,
        /** Requests raised in EHM; a broken row of theirs is never dropped (G4). */
        EHM_REQUESTS,
        /** Notes on EHM; they carry the watermark. */
        NOTES,
        /** Records of persons that were merged into others. */
        PERSON_MERGES,
        /** Records of supervisions, visits, completed forms and the like, which meet clocks. */
        RECORDS;

        /** Whether its rows are requests. */
        public boolean bringsRequests() {
            return this == LCS_REQUESTS || this == EHM_REQUESTS;
        }
    }

    public Feed {
        after = List.copyOf(after);
    }

    /** A feed of which nothing is known to be usual. */
    public Feed(
            String id,
            String uri,
            String directory,
            Pattern fileName,
            String extractTime,
            Kind kind,
            List<String> after,
            boolean headerOnly,
            boolean full,
            Duration silence,
            Mapping mapping) {
        this(
                id,
                uri,
                directory,
                fileName,
                extractTime,
                kind,
                after,
                headerOnly,
                full,
                silence,
                Usual.UNSTATED,
                mapping);
    }

    /** This feed for files of which nothing is usual. */
    public Feed withoutUsual() {
        return new Feed(id, uri, directory, fileName, extractTime, kind, after, headerOnly, full, silence, mapping);
    }

    /** Whether a file of this name belongs to this feed. */
    public boolean takes(String name) {
        return fileName.matcher(name).matches();
    }
}
