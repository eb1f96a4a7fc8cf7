package org.stepbridge.ledger;

import static org.stepbridge.testing.Given.SHIRE;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stepbridge.casework.Batch;
import org.stepbridge.casework.Caseworker;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.FileArrival;
import org.stepbridge.casework.FileEnd;
import org.stepbridge.casework.FileProgress;
import org.stepbridge.casework.Findings;
import org.stepbridge.casework.NoteRow;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.RequestRow;
import org.stepbridge.evidence.EvidenceCheck;
import org.stepbridge.model.Note;
import org.stepbridge.model.Reference;
import org.stepbridge.model.Request;
import org.stepbridge.testing.Given;
import org.stepbridge.testing.SimpleReader;

/** The ledger on this database, put together as the program does it. */
final class LedgerParts {
    final DataSource source;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final Packs packs;
    final Caseworker caseworker;
    final TakenFiles taken;
    final Files files;
    private int arrived;
    final Decisions decisions;
    final Requests requests;
    final MergedPersons merged;
    final Receipts receipts;
    final JdbcLedger ledger;
    final JdbcOutbox outbox;
    final JdbcOverview overview;
    final JdbcActions actions;
    final JdbcQueues queues;
    final JdbcIncomingPost post;
    final JdbcResubmissions resubmissions;
    final JdbcAlarms alarms;

    LedgerParts(DataSource source, Packs packs, Clock clock) {
        this(source, packs, clock, new Notes(JdbcClient.create(source)));
    }

    LedgerParts(DataSource source, Packs packs, Clock clock, Notes notes) {
        this.source = source;
        this.packs = packs;
        jdbc = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        caseworker = new Caseworker(packs, new EvidenceCheck(new SimpleReader()));
        taken = new TakenFiles(jdbc);
        files = new Files(jdbc, taken, clock);
        Clocks clocks = new Clocks(jdbc, packs);
        decisions = new Decisions(jdbc, clocks);
        requests = new Requests(jdbc);
        merged = new MergedPersons(jdbc);
        EarlierRequests earlier = new EarlierRequests(jdbc, packs, merged);
        receipts = new Receipts(jdbc, packs, clocks);
        ChildrensNotes childrensNotes = new ChildrensNotes(notes, merged);
        Reviews reviews = new Reviews(clock, childrensNotes, requests, decisions, earlier);
        resubmissions = new JdbcResubmissions(jdbc, packs, merged, clocks);
        ledger = new JdbcLedger(
                source,
                jdbc,
                transaction,
                packs,
                clock,
                files,
                notes,
                merged,
                new CaseRecords(jdbc, packs, clocks),
                earlier,
                requests,
                decisions,
                childrensNotes,
                reviews,
                resubmissions);
        LastTry lastTry = new LastTry(jdbc, packs, decisions);
        outbox = new JdbcOutbox(jdbc, transaction, clock, new Node(), receipts, lastTry);
        post = new JdbcIncomingPost(jdbc, transaction, clock, new Afterwards(jdbc, receipts, lastTry, decisions));
        queues = new JdbcQueues(jdbc);
        overview = new JdbcOverview(jdbc, transaction, taken, packs);
        alarms = new JdbcAlarms(jdbc, transaction, packs, clock, overview, new Notices(jdbc));
        Events events = new Events(jdbc, packs, clocks, new Notices(jdbc), decisions);
        Outcomes outcomes = new Outcomes(jdbc, packs, clock, clocks, events);
        actions = new JdbcActions(
                source,
                jdbc,
                transaction,
                clock,
                reviews,
                outcomes,
                new Redelivery(jdbc, clock, outcomes, receipts),
                files,
                decisions,
                merged,
                new LinkedRequests(jdbc, packs, clock, files, merged, childrensNotes, earlier, requests, decisions));
    }

    /** A file of this feed that nothing else is called like. */
    FileArrival arrival(String feed, @Nullable Instant extracted) {
        arrived++;
        return new FileArrival(SHIRE, feed, "file-" + arrived + ".csv", "hash" + arrived, 10, "", extracted);
    }

    /** Takes these requests in as one file. */
    void take(Request... requests) {
        FileProgress file = ledger.open(arrival("requests", null));
        List<RequestRow> rows = new ArrayList<>();
        for (Request request : requests) {
            rows.add(new RequestRow(rows.size() + 2, request, List.of()));
        }
        ledger.receive(new Batch<>(file.fileId(), SHIRE, rows, List.of(), rows.size()), caseworker);
    }

    /** What the request of this id is called here. */
    Reference reference(String sourceId) {
        return new Reference(jdbc.sql("select reference from request where source_id = ?")
                .param(sourceId)
                .query(String.class)
                .single());
    }

    /** Takes an export of these notes in that is complete up to then; the clock must have got there. */
    void notes(Instant complete, Note... notes) {
        FileProgress file = ledger.open(arrival("notes", complete));
        List<NoteRow> rows = new ArrayList<>();
        for (Note note : notes) {
            rows.add(new NoteRow(rows.size() + 2, note));
        }
        if (!rows.isEmpty()) {
            ledger.add(new Batch<>(file.fileId(), SHIRE, rows, List.of(), rows.size()));
        }
        ledger.close(file.fileId(), new FileEnd(Given.feed("notes", Feed.Kind.NOTES, true), Findings.NONE, List.of()));
    }

    /** Takes every row out of every table. */
    void empty() {
        jdbc.sql("""
                        do $$ begin
                        alter table audit disable trigger user;
                        truncate request, request_version, decision, delivery, delivery_line, task, clock, note, note_history,
                                 intake_file, watermark, audit, person_merge, deed, outcome, incoming, resubmission,
                                 case_record, case_event, linked_request, agenda_item, checklist_tick, standstill;
                        alter table audit enable trigger user; end $$""").update();
    }
}
