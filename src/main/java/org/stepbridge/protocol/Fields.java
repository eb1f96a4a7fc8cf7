package org.stepbridge.protocol;

import org.stepbridge.model.Request;

/** Looks a field of a request up by its canonical name. */
public final class Fields {
    private Fields() {}

    /** The text of this field, empty when the name is empty or the field was not given. */
    public static String of(Request request, String field) {
        return switch (field) {
            case "" -> "";
            case "locality" -> request.locality();
            case "type" -> request.type();
            default -> request.details().text(field);
        };
    }
}
