package org.stepbridge.operations.generate;

import java.util.List;
import org.stepbridge.operations.generate.SyntheticChance.Purpose;

/** The rows of the two request exports, column by column. */
final class SyntheticRequestRow {
    static final List<String> TRANSFER_HEADER =
            columns("TransferID,TransferType,EvidenceBased,Programme,LCSPersonID,EHMPersonID,NHSNumber,UPN,Surname,"
                    + "Forename,DateOfBirth,Locality,RequestedAt,SocialWorker,SocialWorkerEmail,Team,TeamManager,"
                    + "WorkRequired,DesiredOutcomes,PlanType,ConsentObtained");
    static final List<String> STEP_UP_HEADER =
            columns("StepUpID,EHMPersonID,LCSPersonID,NHSNumber,Surname,Forename,DateOfBirth,Locality,RequestedAt,"
                    + "RaisedBy,RaisedByRole,RaisedByEmail,AgreedWith,AgreedWithRole,AgreedAt,Agreement,Concerns,"
                    + "ImmediateSafety,PhonedMASHAt,ParentsInformed,ReasonNotInformed,LevelOfNeed");
    private static final List<String> RAISED_BY_ROLES =
            List.of(SyntheticNames.EARLY_HELP_MANAGER, "Senior Practitioner");

    private SyntheticRequestRow() {}

    private static List<String> columns(String names) {
        return List.of(names.split(",", -1));
    }

    static List<String> transfer(SyntheticPlan plan, SyntheticCase request) {
        SyntheticChild child = SyntheticChild.of(plan, request.index());
        SyntheticChance chance = plan.chance(Purpose.REQUEST, request.index());
        String socialWorker = chance.pick(SyntheticNames.STAFF);
        return List.of(
                request.id(),
                request.kind().label(),
                yesNo(request.evidenceBased()),
                request.evidenceBased() ? chance.pick(SyntheticNames.PROGRAMMES) : "",
                child.lcsId(),
                child.ehmId(),
                child.nhsNumber(),
                child.upn(),
                child.surname(),
                child.forename(),
                SyntheticPlan.print(child.born()),
                chance.pick(SyntheticNames.LOCALITIES),
                plan.date(request.day()) + " " + officeHour(chance),
                socialWorker,
                SyntheticNames.address(socialWorker),
                chance.pick(SyntheticNames.TEAMS),
                request.teamManager(),
                SyntheticSentences.prose(chance, SyntheticSentences.WORK, 100, 600),
                SyntheticSentences.prose(chance, SyntheticSentences.OUTCOMES, 40, 200),
                chance.in(0.6) ? "CIN" : chance.in(0.5) ? "CP" : "SWA",
                yesNo(chance.in(0.95)));
    }

    static List<String> stepUp(SyntheticPlan plan, SyntheticCase request) {
        SyntheticChild child = SyntheticChild.of(plan, request.index());
        SyntheticChance chance = plan.chance(Purpose.REQUEST, request.index());
        String raisedBy = chance.pick(SyntheticNames.STAFF);
        String requestedAt = plan.date(request.day()) + " " + officeHour(chance);
        boolean immediate = chance.in(0.15);
        boolean informed = chance.in(0.85);
        return List.of(
                request.id(),
                child.ehmId(),
                chance.in(0.6) ? child.lcsId() : "",
                child.nhsNumber(),
                child.surname(),
                child.forename(),
                SyntheticPlan.print(child.born()),
                chance.pick(SyntheticNames.LOCALITIES),
                requestedAt,
                raisedBy,
                chance.pick(RAISED_BY_ROLES),
                SyntheticNames.address(raisedBy),
                request.teamManager(),
                "Team Manager",
                requestedAt,
                chance.in(0.7) ? "STEP-UP" : "RE-SCREEN",
                SyntheticSentences.prose(chance, SyntheticSentences.CONCERNS, 300, 1500),
                yesNo(immediate),
                immediate ? requestedAt : "",
                yesNo(informed),
                informed ? "" : chance.pick(SyntheticSentences.REASONS_NOT_INFORMED),
                chance.in(0.6) ? "4" : "3");
    }

    private static String yesNo(boolean yes) {
        return yes ? "Y" : "N";
    }

    /** A time between 08:00 and 17:59. */
    static String officeHour(SyntheticChance chance) {
        int minute = 8 * 60 + chance.below(10 * 60);
        return twoDigits(minute / 60) + ":" + twoDigits(minute % 60);
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
