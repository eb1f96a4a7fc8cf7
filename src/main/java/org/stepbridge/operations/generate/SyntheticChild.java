package org.stepbridge.operations.generate;

import java.time.LocalDate;
import org.stepbridge.operations.generate.SyntheticChance.Purpose;

/** A child who does not exist: NHS numbers starting with 9 are issued to nobody. */
record SyntheticChild(
        String ehmId, String lcsId, String nhsNumber, String upn, String surname, String forename, LocalDate born) {
    private static final LocalDate OLDEST = LocalDate.of(2009, 1, 1);
    private static final int DAYS_OF_BIRTH = 17 * 365;
    /** A prime just below ten million: multiplying modulo it spreads neighbours and never meets itself. */
    private static final int NHS_RANGE = 9_999_991;

    private static final String UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    /** The child of the request with this index. */
    static SyntheticChild of(SyntheticPlan plan, int index) {
        SyntheticChance chance = plan.chance(Purpose.CHILD, index);
        return new SyntheticChild(
                "E" + (2_000_000 + index),
                "L" + (1_000_000 + 2 * index),
                nhsNumber(index),
                upn(index),
                chance.pick(SyntheticNames.SURNAMES),
                chance.pick(SyntheticNames.FORENAMES),
                OLDEST.plusDays(chance.below(DAYS_OF_BIRTH)));
    }

    /** Somebody else with the same name: every identifier and the date of birth differ. */
    SyntheticChild namesake(SyntheticPlan plan, int index) {
        LocalDate other =
                OLDEST.plusDays(plan.chance(Purpose.OTHER_CHILD, index).below(DAYS_OF_BIRTH));
        return new SyntheticChild(
                "E" + (6_000_000 + index),
                "L" + (1_000_001 + 2 * index),
                nhsNumber(index + SyntheticPlan.MOST_REQUESTS),
                upn(index + SyntheticPlan.MOST_REQUESTS),
                surname,
                forename,
                other.equals(born) ? other.plusDays(1) : other);
    }

    /**
     * Seven spread digits after the 9, then the first digit with which a check digit exists: of 0 and 1 at most one
     * has none, so that different numbers stay different.
     */
    static String nhsNumber(int number) {
        String start =
                "9" + String.valueOf(10_000_000L + number * 48_271L % NHS_RANGE).substring(1);
        String nine = start + "0";
        int check = nhsCheck(nine);
        if (check == 10) {
            nine = start + "1";
            check = nhsCheck(nine);
        }
        return nine + check;
    }

    private static int nhsCheck(String nine) {
        int sum = 0;
        for (int place = 0; place < 9; place++) {
            sum += Character.digit(nine.charAt(place), 10) * (10 - place);
        }
        return (11 - sum % 11) % 11;
    }

    private static String upn(int number) {
        String serial = String.valueOf(100_000 + number % 100_000).substring(1);
        String digits = "" + (800 + number % 140) + (1000 + number % 8999) + serial;
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            sum += Character.digit(digits.charAt(place), 10) * (place + 2);
        }
        return UPN_LETTERS.charAt(sum % 23) + digits;
    }
}
