package org.stepbridge.routing;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.camel.component.sql.RowMapperFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads rows of a view as the text that an export would hold: days and times in ISO 8601 to the second, in the
 * authority's local time; numbers without exponents.
 */
final class ViewRows implements RowMapperFactory {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    /** The driver for SQL Server has a number of its own for {@code datetimeoffset}. */
    private static final int SQL_SERVER_OFFSET = -155;

    private enum Kind {
        TEXT,
        DAY,
        LOCAL_TIME,
        MOMENT,
        NUMBER,
        FLAG
    }

    private final String watermark;
    private final ZoneId zone;

    ViewRows(String watermark, ZoneId zone) {
        this.watermark = watermark;
        this.zone = zone;
    }

    @Override
    public RowMapper<?> newBeanRowMapper(Class<?> type) {
        return newColumnRowMapper();
    }

    /** One query's rows. It throws {@link IllegalStateException} when the watermark column holds no local times. */
    @Override
    public RowMapper<?> newColumnRowMapper() {
        List<String> names = new ArrayList<>();
        List<Kind> kinds = new ArrayList<>();
        return (row, number) -> {
            if (names.isEmpty()) {
                describe(row.getMetaData(), names, kinds);
            }
            List<String> cells = new ArrayList<>(names.size());
            LocalDateTime time = null;
            for (int i = 0; i < names.size(); i++) {
                String cell = cell(row, i + 1, kinds.get(i));
                cells.add(cell == null ? "" : cell);
                if (names.get(i).equalsIgnoreCase(watermark)) {
                    time = row.getObject(i + 1, LocalDateTime.class);
                }
            }
            return new ViewRow(names, cells, time);
        };
    }

    private void describe(ResultSetMetaData columns, List<String> names, List<Kind> kinds) throws SQLException {
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Kind kind = kind(columns.getColumnType(i), columns.getColumnTypeName(i));
            String name = columns.getColumnLabel(i);
            if (name.equalsIgnoreCase(watermark) && kind != Kind.LOCAL_TIME) {
                throw new IllegalStateException("its watermark column " + watermark
                        + " holds no local times; cast it in the view to a timestamp (datetime2) without offset");
            }
            names.add(name);
            kinds.add(kind);
        }
    }

    private static Kind kind(int type, String typeName) {
        return switch (type) {
            case Types.DATE -> Kind.DAY;
            case Types.TIMESTAMP -> typeName.toLowerCase(Locale.ROOT).endsWith("tz") ? Kind.MOMENT : Kind.LOCAL_TIME;
            case Types.TIMESTAMP_WITH_TIMEZONE, SQL_SERVER_OFFSET -> Kind.MOMENT;
            case Types.DECIMAL, Types.NUMERIC, Types.DOUBLE, Types.FLOAT, Types.REAL -> Kind.NUMBER;
            case Types.BIT, Types.BOOLEAN -> Kind.FLAG;
            default -> Kind.TEXT;
        };
    }

    private @Nullable String cell(ResultSet row, int column, Kind kind) throws SQLException {
        switch (kind) {
            case DAY -> {
                LocalDate day = row.getObject(column, LocalDate.class);
                return day == null ? null : day.toString();
            }
            case LOCAL_TIME -> {
                LocalDateTime time = row.getObject(column, LocalDateTime.class);
                return time == null ? null : SECONDS.format(time);
            }
            case MOMENT -> {
                OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
                return moment == null ? null : SECONDS.format(moment.atZoneSameInstant(zone));
            }
            case NUMBER -> {
                BigDecimal number = row.getBigDecimal(column);
                return number == null ? null : number.toPlainString();
            }
            case FLAG -> {
                boolean flag = row.getBoolean(column);
                return row.wasNull() ? null : String.valueOf(flag);
            }
            default -> {
                return row.getString(column);
            }
        }
    }
}
