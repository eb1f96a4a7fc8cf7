package org.stepbridge.ledger;

import static org.stepbridge.ledger.Columns.at;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.NoteRow;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Child;
import org.stepbridge.model.FamilyEpisode;
import org.stepbridge.model.Merges;
import org.stepbridge.model.NhsNumber;
import org.stepbridge.model.Note;
import org.stepbridge.model.PersonId;
import org.stepbridge.model.Upn;

/** The early help notes; called inside the ledger's transactions. */
@Component
class Notes {
    private static final String COLUMNS =
            "note (authority, note_id, version, content_hash, lcs_id, ehm_id, nhs_number, upn,"
                    + " surname, forename, date_of_birth, name_key, family, type, note_date, recorded_at, author, author_role, subject,"
                    + " body, problem, file_id, received_at)";

    private final JdbcClient jdbc;

    Notes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores notes of one batch and returns those that are new or changed. */
    List<Note> store(Connection connection, Authority authority, List<NoteRow> notes, long fileId, Instant now)
            throws SQLException {
        Map<String, Stored> known = known(authority, notes);
        List<NoteRow> fresh = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (NoteRow row : notes) {
            Stored before = known.get(row.note().noteId());
            if (before == null || !Arrays.equals(before.hash(), row.hash())) {
                fresh.add(row);
                if (before != null) {
                    changed.add(row.note().noteId());
                }
            }
        }
        if (!changed.isEmpty()) {
            replace(authority, changed.toArray(String[]::new), now);
        }
        if (!fresh.isEmpty()) {
            try (CopyRows rows = new CopyRows(COLUMNS).sendNow(connection)) {
                for (NoteRow row : fresh) {
                    Stored before = known.get(row.note().noteId());
                    row(rows, authority, row, before == null ? 1 : before.version() + 1, fileId, now);
                }
                rows.send(connection);
            }
        }
        return fresh.stream().map(NoteRow::note).toList();
    }

    /**
     * For each of these children, every note that could be about them, also under the numbers of records that were merged
     * with one of theirs or under their family's episode, and the merges: one query for all. It is written so that, whatever
     * PostgreSQL knows of the tables, it looks each child up by the indexes of the identifiers: the authority is compared
     * in a way that no index serves, and {@code offset 0} keeps it from starting with the notes.
     */
    List<List<Note>> about(Authority authority, List<Child> children, Merges merges) {
        List<Child> ways = new ArrayList<>();
        List<Integer> whose = new ArrayList<>();
        List<Map<String, Note>> found = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            found.add(new LinkedHashMap<>());
            for (Child way : merges.ways(children.get(i))) {
                ways.add(way);
                whose.add(i);
            }
        }
        jdbc.sql("""
                        select a.i, n.*
                        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                            with ordinality as a (ehm, lcs, nhs, upn, name, family, i)
                        cross join lateral (
                            select * from note
                            where authority || '' = ? and (ehm_id = a.ehm or lcs_id = a.lcs or nhs_number = a.nhs
                                or upn = a.upn or name_key = a.name or family = a.family)
                            offset 0) n""")
                .params(
                        ids(ways, Child::ehm),
                        ids(ways, Child::lcs),
                        ids(ways, Child::nhs),
                        ids(ways, Child::upn),
                        ways.stream().map(NameKey::of).toArray(String[]::new),
                        Columns.families(ways),
                        authority.name())
                .query(row -> {
                    found.get(whose.get(row.getInt("i") - 1)).put(row.getString("note_id"), read(row));
                });
        return found.stream().map(notes -> List.copyOf(notes.values())).toList();
    }

    /** The identifiers of one kind, null where a child has none. */
    static String[] ids(List<Child> children, Function<Child, @Nullable PersonId> kind) {
        String[] values = new String[children.size()];
        for (int i = 0; i < values.length; i++) {
            PersonId id = kind.apply(children.get(i));
            values[i] = id == null ? null : id.value();
        }
        return values;
    }

    /**
     * What is stored of these notes. Exports grow at their end: notes whose number comes after all that are stored are new,
     * and looking each of them up would cost a tenth of taking it in.
     */
    private Map<String, Stored> known(Authority authority, List<NoteRow> notes) {
        String last = jdbc.sql("select max(note_id) from note where authority = ?")
                .param(authority.name())
                .query(String.class)
                .optional()
                .orElse("");
        byte[] end = last.getBytes(StandardCharsets.UTF_8);
        String[] before = notes.stream()
                .map(row -> row.note().noteId())
                // in the order of the column's collation
                .filter(id -> Arrays.compareUnsigned(id.getBytes(StandardCharsets.UTF_8), end) <= 0)
                .toArray(String[]::new);
        Map<String, Stored> known = new HashMap<>();
        if (before.length > 0) {
            jdbc.sql("select note_id, version, content_hash from note where authority = ? and note_id = any(?)")
                    .params(authority.name(), before)
                    .query(row -> {
                        known.put(row.getString(1), new Stored(row.getInt(2), row.getBytes(3)));
                    });
        }
        return known;
    }

    private void replace(Authority authority, String[] noteIds, Instant now) {
        jdbc.sql("""
                        with gone as (delete from note where authority = ? and note_id = any(?) returning *)
                        insert into note_history (authority, note_id, version, type, note_date, author, author_role, subject,
                                                  body, replaced_at)
                        select authority, note_id, version, type, note_date, author, author_role, subject, body, ? from gone""").params(authority.name(), noteIds, at(now)).update();
    }

    private static void row(CopyRows rows, Authority authority, NoteRow read, int version, long fileId, Instant now)
            throws SQLException {
        Note note = read.note();
        Child child = note.child();
        rows.add(authority.name()).add(note.noteId()).add(version).add(read.hash());
        rows.add(Columns.id(child.lcs()))
                .add(Columns.id(child.ehm()))
                .add(Columns.id(child.nhs()))
                .add(Columns.id(child.upn()));
        rows.add(child.surname()).add(child.forename()).add(child.dateOfBirth());
        rows.add(NameKey.of(child)).add(Columns.family(child));
        rows.add(note.type())
                .add(note.date())
                .add(note.recordedAt())
                .add(note.author())
                .add(note.authorRole());
        rows.add(note.subject())
                .add(note.text())
                .add(note.problem())
                .add(fileId)
                .add(now)
                .end();
    }

    static Note read(ResultSet row) throws SQLException {
        String nhs = row.getString("nhs_number");
        String upn = row.getString("upn");
        String family = row.getString("family");
        Child child = new Child(
                Columns.lcs(row),
                Columns.ehm(row),
                nhs == null ? null : new NhsNumber(nhs),
                upn == null ? null : new Upn(upn),
                row.getString("surname"),
                row.getString("forename"),
                row.getObject("date_of_birth", LocalDate.class),
                family == null ? null : new FamilyEpisode(family));
        return new Note(
                row.getString("note_id"),
                child,
                row.getString("type"),
                row.getObject("note_date", LocalDate.class),
                Columns.instant(row, "recorded_at"),
                row.getString("author"),
                row.getString("author_role"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("problem"));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Stored(int version, byte[] hash) {}
}
