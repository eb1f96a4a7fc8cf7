package org.stepbridge.bench;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;

/** The floor's tables: requests, decisions, and what was sent, each once by its primary key. */
final class FloorStore implements AutoCloseable {
    private final Connection connection;

    /** One connection, for one stage: its temporary tables and its commits are its own. */
    FloorStore(String url, String user, String password) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        // The exports' dd/MM/yyyy goes to the server as it is.
        login.setProperty("options", "-c datestyle=ISO,DMY");
        connection = DriverManager.getConnection(url, login);
        connection.setAutoCommit(false);
    }

    void createTables() throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("create table transfer (" + definitions(FloorExport.TRANSFERS) + ")");
            sql.execute("create table step_up (" + definitions(FloorExport.STEP_UPS) + ")");
            sql.execute("create table decision (id text primary key, outcome text not null, note_id text,"
                    + " decided_at timestamptz not null default now())");
            sql.execute("create table sent (id text primary key, sent_at timestamptz not null default now())");
        }
        connection.commit();
    }

    void createNotes() throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("create table note (" + definitions(FloorExport.NOTES) + ")");
            // The floor finds a child's notes by this number alone.
            sql.execute("create index note_by_child on note (ehmpersonid)");
        }
        connection.commit();
    }

    /** Copies notes in one transaction. */
    void copyNotes(List<CsvRecord> notes) throws SQLException {
        boolean[] emptyIsNull = emptyIsNull(FloorExport.NOTES);
        try (FloorCopy copy = new FloorCopy(connection, "note")) {
            for (CsvRecord note : notes) {
                copy.row(note.getFields(), emptyIsNull);
            }
        }
        connection.commit();
    }

    private static boolean[] emptyIsNull(List<String> columns) {
        boolean[] emptyIsNull = new boolean[columns.size()];
        for (int column = 0; column < emptyIsNull.length; column++) {
            emptyIsNull[column] = !type(columns.get(column)).equals("text");
        }
        return emptyIsNull;
    }

    private static String definitions(List<String> columns) {
        return columns.stream()
                        .map(column -> column.toLowerCase(Locale.ROOT) + " " + type(column))
                        .collect(Collectors.joining(", "))
                + ", primary key (" + columns.get(0).toLowerCase(Locale.ROOT) + ")";
    }

    private static String type(String column) {
        return switch (column) {
            case "DateOfBirth", "NoteDate" -> "date";
            case "RequestedAt", "RecordedAt", "AgreedAt", "PhonedMASHAt" -> "timestamp";
            case "EvidenceBased", "ConsentObtained", "ImmediateSafety", "ParentsInformed" -> "boolean";
            default -> "text";
        };
    }

    /** Temporary tables into which {@link #record} copies before it inserts what is not there yet. */
    void createStaging() throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("create temp table new_transfer (like transfer) on commit delete rows");
            sql.execute("create temp table new_step_up (like step_up) on commit delete rows");
            sql.execute("create temp table new_decision (id text, outcome text, note_id text) on commit delete rows");
        }
        connection.commit();
    }

    /**
     * Records requests of one export and their decisions in one transaction.
     *
     * @throws IllegalStateException when one of them was there already: the floor runs on an empty database
     */
    void record(List<FloorRequest> batch) throws SQLException {
        boolean stepUps = batch.get(0).outcome() == FloorRequest.Outcome.STEP_UP;
        String table = stepUps ? "step_up" : "transfer";
        List<String> columns = stepUps ? FloorExport.STEP_UPS : FloorExport.TRANSFERS;
        boolean[] emptyIsNull = emptyIsNull(columns);
        try (FloorCopy copy = new FloorCopy(connection, "new_" + table)) {
            for (FloorRequest request : batch) {
                copy.row(request.fields(), emptyIsNull);
            }
        }
        try (FloorCopy copy = new FloorCopy(connection, "new_decision")) {
            for (FloorRequest request : batch) {
                copy.row(request.id(), request.outcome().name(), request.noteId());
            }
        }
        try (Statement sql = connection.createStatement()) {
            int fresh = sql.executeUpdate(
                    "insert into " + table + " select * from new_" + table + " on conflict do nothing");
            sql.executeUpdate("insert into decision (id, outcome, note_id) select * from new_decision"
                    + " on conflict do nothing");
            if (fresh < batch.size()) {
                throw new IllegalStateException(
                        batch.size() - fresh + " requests were recorded before: start from an empty database");
            }
        }
        connection.commit();
    }

    void markSent(List<String> ids) throws SQLException {
        try (FloorCopy copy = new FloorCopy(connection, "sent (id)")) {
            for (String id : ids) {
                copy.row(id);
            }
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
