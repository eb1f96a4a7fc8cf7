package org.stepbridge.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.DeliveryState;
import org.stepbridge.model.Flag;
import org.stepbridge.model.Reason;
import org.stepbridge.model.Reference;
import org.stepbridge.model.RequestState;

/** What people look at. Reads only. */
public interface Overview {

    /** Requests of these authorities in each state; a state without any is absent. */
    Map<RequestState, Long> requestsByState(List<Authority> authorities);

    /** Deliveries of these authorities by channel and state; what has none is absent. */
    Map<Channel, Map<DeliveryState, Long>> deliveries(List<Authority> authorities);

    /** The latest files of these authorities, newest first. */
    List<FileLine> files(List<Authority> authorities, int most);

    /** Sums over all files ever read. */
    FileSums fileSums(List<Authority> authorities);

    /** Sums over all files ever read of each feed, by authority and feed. */
    List<FeedSums> feedSums(List<Authority> authorities);

    /** What each feed brought last. */
    List<FeedNews> feedNews(List<Authority> authorities);

    /** What came in as requests against what there is, both at one moment (G6). */
    RequestSums requestSums(List<Authority> authorities);

    /**
     * Requests of these authorities in each state, counted no further than {@code most}, which stays fast however many
     * there are; a state without any is absent.
     */
    Map<RequestState, Integer> countedTo(List<Authority> authorities, int most);

    /**
     * Requests, urgent and oldest first.
     *
     * @param after only those behind this one in the order; null from the start
     */
    List<RequestLine> requests(RequestFilter filter, @Nullable Reference after, int most);

    /** Deliveries that have failed or are uncertain, counted no further than {@code most}. */
    int undeliveredTo(List<Authority> authorities, int most);

    /** Requests about which a delivery has failed or is uncertain, the oldest delivery first. */
    List<RequestLine> undelivered(List<Authority> authorities, int most);

    /**
     * Requests that all of these words name: a reference, an id of the request or of the child, parts of the child's name.
     * Latest first.
     */
    List<RequestLine> search(List<Authority> authorities, String words, int most);

    /** Open tasks, urgent and oldest first. */
    List<TaskLine> tasks(List<Authority> authorities, int most);

    /**
     * Requests, deliveries and files that have been in a state for longer than their authority allows (G9), oldest
     * first; so a file whose reading never ended, unless a later one holds what it held, and feeds with which something
     * is wrong ({@link FeedAlerts}).
     */
    List<AttentionLine> overdue(Authority authority, Instant now, int most);

    /** A file in the ledger, with its number there. */
    record FileLine(
            long id,
            Authority authority,
            String feed,
            String name,
            String contentHash,
            long bytes,
            String deliveredBy,
            Instant openedAt,
            @Nullable Instant extractedAt,
            String state,
            long rows,
            long accepted,
            long repeated,
            long rejected,
            Findings findings,
            String trouble) {}

    /** Files and rows in sum: rows = accepted + repeated + rejected. */
    record FileSums(long files, long refused, long rows, long accepted, long repeated, long rejected) {}

    /**
     * The sums of one feed.
     *
     * @param requests whether its rows are requests, not notes
     */
    record FeedSums(
            Authority authority,
            String feed,
            boolean requests,
            long files,
            long refused,
            long rows,
            long accepted,
            long repeated,
            long rejected) {}

    /**
     * What a feed brought last.
     *
     * @param file the name of its last file
     * @param openedAt when that was first looked at
     * @param complete up to when the authority's notes are complete, for a feed of notes; null for others and before the first
     */
    record FeedNews(
            Authority authority,
            String feed,
            String file,
            Instant openedAt,
            @Nullable Instant complete) {}

    /**
     * Accepted request rows + requests opened here = requests in all states + changes.
     *
     * @param acceptedRows rows of request files that were accepted
     * @param opened requests that were opened here from others, and came in no file
     * @param requests requests in all states
     * @param changes later versions of requests
     */
    record RequestSums(long acceptedRows, long opened, long requests, long changes) {
        /** Whether it is so. */
        public boolean addUp() {
            return acceptedRows + opened == requests + changes;
        }
    }

    /** A request in a list, without personal data. */
    record RequestLine(
            Reference reference,
            Authority authority,
            String type,
            String sourceId,
            RequestState state,
            boolean urgent,
            String locality,
            @Nullable Instant requestedAt,
            Instant receivedAt,
            Instant since,
            String sentence,
            List<Reason> reasons,
            List<Flag> flags) {}

    /** An open task. */
    record TaskLine(
            Authority authority,
            @Nullable Reference reference,
            String kind,
            String clause,
            String text,
            boolean urgent,
            Instant openedAt) {}

    /**
     * Something that has been as it is for too long.
     *
     * @param kind what it is; {@code clock} is an overdue one of which nobody is told any more by its own ladder, {@code
     *     telling} one that still tells, stands still, or has its request decided again just now
     * @param what the request's reference, the delivery's id or the file's name
     * @param problem what is wrong and what to do, without personal data
     */
    record AttentionLine(String kind, String what, Instant since, String problem) {}
}
