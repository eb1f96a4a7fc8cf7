package org.stepbridge.protocol;

import java.util.Locale;
import java.util.Set;
import org.stepbridge.model.Request;

/**
 * Tells a note whose author's role names another place than the request's, such as another locality.
 *
 * @param field the request's field with its place; empty when places do not matter
 * @param places the places that roles may name
 * @param clause the clause that asks for the request's own
 * @param text the flag for people
 */
public record Elsewhere(String field, Set<String> places, String clause, String text) {
    /** Where places do not matter. */
    public static final Elsewhere NOWHERE = new Elsewhere("", Set.of(), "", "");

    public Elsewhere {
        places = Set.copyOf(places);
    }

    /** Whether this role names one of the places, and not the request's. */
    boolean holds(String role, Request request) {
        String own = Fields.of(request, field).strip();
        return !own.isEmpty() && !names(role, own) && places.stream().anyMatch(place -> names(role, place));
    }

    private static boolean names(String role, String place) {
        String words = role.toLowerCase(Locale.ROOT);
        String name = place.toLowerCase(Locale.ROOT);
        for (int at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean wholeBefore = at == 0 || !Character.isLetterOrDigit(words.charAt(at - 1));
            boolean wholeAfter = end == words.length() || !Character.isLetterOrDigit(words.charAt(end));
            if (wholeBefore && wholeAfter) {
                return true;
            }
        }
        return false;
    }
}
