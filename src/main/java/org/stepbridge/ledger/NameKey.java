package org.stepbridge.ledger;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Child;

/** Names and birth dates folded so that the same person written differently has the same key: letters only, no accents. */
final class NameKey {
    private NameKey() {}

    /** The key, or null where the name or the date of birth is missing, for then nobody can be suggested. */
    static @Nullable String of(Child child) {
        LocalDate born = child.dateOfBirth();
        String surname = fold(child.surname());
        String forename = fold(child.forename());
        return born == null || surname.isEmpty() || forename.isEmpty() ? null : surname + "|" + forename + "|" + born;
    }

    private static String fold(String name) {
        String text = isPlain(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFD);
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                letters.append(text.charAt(i));
            }
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
