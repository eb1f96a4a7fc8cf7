package org.stepbridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Child;
import org.stepbridge.model.EhmId;
import org.stepbridge.model.FamilyEpisode;
import org.stepbridge.model.LcsId;
import org.stepbridge.model.PersonId;

/** How values stand in the tables' columns. */
final class Columns {
    private Columns() {}

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A time in an array of texts, which a statement casts. */
    static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** The time in this column, if there is one. */
    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static @Nullable String id(@Nullable PersonId id) {
        return id == null ? null : id.value();
    }

    static @Nullable String family(Child child) {
        FamilyEpisode family = child.family();
        return family == null ? null : family.value();
    }

    /** The family episodes of these children, null where none is known. */
    static String[] families(Collection<Child> children) {
        return children.stream().map(Columns::family).toArray(String[]::new);
    }

    static String[] names(Collection<Authority> authorities) {
        return authorities.stream().map(Authority::name).toArray(String[]::new);
    }

    /** As much of a child as the columns {@code lcs_id} and {@code ehm_id} tell. */
    static Child numbered(ResultSet row) throws SQLException {
        return new Child(lcs(row), ehm(row), null, null, "", "", null);
    }

    static @Nullable LcsId lcs(ResultSet row) throws SQLException {
        String lcs = row.getString("lcs_id");
        return lcs == null ? null : new LcsId(lcs);
    }

    static @Nullable EhmId ehm(ResultSet row) throws SQLException {
        String ehm = row.getString("ehm_id");
        return ehm == null ? null : new EhmId(ehm);
    }
}
