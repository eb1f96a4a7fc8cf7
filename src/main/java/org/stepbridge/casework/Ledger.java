package org.stepbridge.casework;

import java.util.List;
import org.stepbridge.model.Authority;

/**
 * The one truth. Every call is one transaction: what it says it does is done whole or not at all, and a crash at any
 * moment leaves the state before or after it.
 */
public interface Ledger {

    /**
     * Opens a file's entry, or finds the one that an interrupted reading of the same name and content left. A second
     * call after the file was moved opens a new entry, whose rows are then found to be repeated.
     */
    FileProgress open(FileArrival arrival);

    /**
     * Takes in requests: tells new from repeated from changed by content against the latest version (G2), decides the
     * new and changed ones with one query for all their notes, and commits versions, decisions, dispatches, tasks,
     * clocks, audit entries and the file's progress together.
     */
    FileProgress receive(Batch<RequestRow> batch, Decider decider);

    /**
     * Takes in notes, keeps broken ones as such, and marks the undecided and returned requests of their children to be
     * checked again.
     */
    FileProgress add(Batch<NoteRow> batch);

    /**
     * Takes in merges of persons' records, and marks the undecided and returned requests that they may change to be
     * checked again. A merge that closes a circle opens a task.
     */
    FileProgress merge(Batch<MergeRow> batch);

    /**
     * Takes in records of supervisions, visits and the like, and meets, half meets or counts afresh the clocks of their
     * children's requests that wait for them.
     */
    FileProgress record(Batch<RecordRow> batch);

    /**
     * Closes a file whose rows are all committed, judging it beside its feed's earlier files ({@link FeedRules}). For
     * notes with which nothing is wrong the watermark moves to how far all feeds of notes reach, never back.
     *
     * @return what is wrong with it; empty when nothing is, or when it was closed before
     */
    List<FeedTrouble> close(long fileId, FileEnd end);

    /** Notes that the file itself has left the inbox. */
    void moved(long fileId);

    /** The files of this feed that were read whole and of which nobody has noted that they left the inbox. */
    List<UnmovedFile> unmoved(Authority authority, String feed);

    /**
     * Takes an entry back of which no row was read, because the file changed or another node took it away: nothing will
     * ever finish it. Whoever still reads by it begins again.
     */
    void forget(long fileId);

    /** Records a file in which nothing could be read, with the reason, without personal data. */
    void refused(FileArrival arrival, Findings findings, String reason);

    /**
     * Decides again up to {@code most} requests that are marked, or that wait for a watermark which is now there. A
     * returned request whose evidence has since arrived gets a task and stays as it is.
     *
     * @return how many were looked at; 0 when there is nothing left to do
     */
    int recheck(Authority authority, int most, Decider decider);
}
