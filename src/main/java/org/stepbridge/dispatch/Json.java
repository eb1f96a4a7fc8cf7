package org.stepbridge.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Child;
import org.stepbridge.model.PersonId;
import tools.jackson.databind.json.JsonMapper;

/** The parts that our JSON messages share. A text that is not given is empty; an identifier, date or time is null. */
final class Json {
    static final String SCHEMA_VERSION = "1";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** The record as JSON, its fields in the record's order. */
    static String write(Object message) {
        return MAPPER.writeValueAsString(message);
    }

    /** A child, with the identifiers that passed their checks. */
    record Person(
            @Nullable String lcsPersonId,
            @Nullable String ehmPersonId,
            @Nullable String nhsNumber,
            String surname,
            String forename,
            @Nullable String dateOfBirth) {
        static Person of(Child child) {
            return new Person(
                    value(child.lcs()),
                    value(child.ehm()),
                    value(child.nhs()),
                    child.surname(),
                    child.forename(),
                    child.dateOfBirth() == null ? null : child.dateOfBirth().toString());
        }

        private static @Nullable String value(@Nullable PersonId id) {
            return id == null ? null : id.value();
        }
    }

    /** Something people should know. */
    record Flag(String code, String clause, String text) {
        static List<Flag> of(List<org.stepbridge.model.Flag> flags) {
            return flags.stream()
                    .map(flag -> new Flag(flag.code(), flag.clause(), flag.text()))
                    .toList();
        }
    }
}
