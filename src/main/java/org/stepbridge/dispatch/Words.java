package org.stepbridge.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.Parcel;
import org.stepbridge.model.Details;
import org.stepbridge.model.Request;

/** The values that message templates may use. */
final class Words {
    private Words() {}

    /** Those of an email to MASH: all the facts, in the order of the attached file. */
    static Map<String, Object> ofReferral(Parcel parcel, Referral referral, Agreement agreement, Pack pack) {
        return of(parcel, pack, agreement.line(), referralFacts(parcel.item(), referral, pack));
    }

    /** Those of a notice: nothing that tells who the child is. */
    static Map<String, Object> ofNotice(Parcel parcel, Pack pack) {
        return of(parcel, pack, "", noticeFacts(parcel.item(), pack));
    }

    /** Those of a notice about no request. */
    static Map<String, Object> ofNoRequest(Parcel parcel, Pack pack) {
        Map<String, Object> words = new HashMap<>(parcel.facts());
        words.put("authorityTitle", pack.title());
        words.put("urgent", parcel.urgent());
        words.put("mayRepeat", parcel.mayRepeat());
        return words;
    }

    private static Map<String, Object> of(Parcel parcel, Pack pack, String agreement, List<Map<String, String>> facts) {
        Parcel.Item item = parcel.item();
        Request request = item.request();
        Details details = request.details();
        Map<String, Object> words = new HashMap<>(Map.ofEntries(
                Map.entry("reference", item.reference().value()),
                Map.entry("authorityTitle", pack.title()),
                Map.entry("typeTitle", pack.typeTitle(request.type())),
                Map.entry("sourceId", request.sourceId()),
                Map.entry("sentence", item.decision().sentence()),
                Map.entry("clause", reason(item, true)),
                Map.entry("reason", reason(item, false)),
                Map.entry(
                        "reasons",
                        item.decision().reasons().stream()
                                .map(reason -> Map.of("clause", reason.clause(), "text", reason.text()))
                                .toList()),
                Map.entry(
                        "flags",
                        item.decision().flags().stream()
                                .map(flag -> Map.of("clause", flag.clause(), "text", flag.text()))
                                .toList()),
                Map.entry("requestedAt", Times.spoken(request.requestedAt(), pack.zone())),
                Map.entry("returnedAt", Times.spoken(item.decidedAt(), pack.zone())),
                Map.entry("workerName", details.text("socialWorker", "raisedBy")),
                Map.entry("teamManager", details.text("teamManager", "agreedWith")),
                Map.entry("agreementLine", agreement),
                Map.entry("facts", facts),
                Map.entry("urgent", parcel.urgent() || Referral.urgent(item)),
                Map.entry("mayRepeat", parcel.mayRepeat())));
        parcel.facts()
                .forEach((name, text) -> words.put(
                        name, name.endsWith("At") ? Times.spoken(Times.read(text, pack.zone()), pack.zone()) : text));
        return words;
    }

    private static List<Map<String, String>> referralFacts(Parcel.Item item, Referral referral, Pack pack) {
        Facts facts = new Facts();
        facts.add("Step-up ID", referral.stepUpId());
        facts.add("Agreement", referral.agreement());
        facts.add("Urgent", referral.urgent() ? "Yes" : "No");
        facts.add("Raised", Times.spoken(item.request().requestedAt(), pack.zone()));
        facts.add("Raised by", referral.raisedBy().name());
        facts.add("Raised by: role", referral.raisedBy().role());
        facts.add(
                "Raised by: email",
                address(item, "raisedByEmail", referral.raisedBy().email()));
        facts.add("Agreed with", referral.agreedWith().name());
        facts.add("Agreed with: role", referral.agreedWith().role());
        facts.add("Agreed", spoken(item, "agreedAt", pack));
        facts.add("LCS person ID", referral.child().lcsPersonId());
        facts.add("EHM person ID", referral.child().ehmPersonId());
        facts.add("NHS number", referral.child().nhsNumber());
        facts.add("Surname", referral.child().surname());
        facts.add("Forename", referral.child().forename());
        facts.add("Date of birth", referral.child().dateOfBirth());
        facts.add("Locality", referral.locality());
        facts.add("Level of need", referral.levelOfNeed());
        facts.add("Concerns", referral.concerns());
        facts.add("Immediate safety", referral.immediateSafety().flag());
        facts.add("Phoned MASH", spoken(item, "phonedMashAt", pack));
        facts.add("Parents or carers informed", referral.parents().informed());
        facts.add("Reason not informed", referral.parents().reasonNotInformed());
        for (Referral.Attachment attachment : referral.attachments()) {
            facts.add(
                    attachment.attached() ? "Document attached" : "Document not attached",
                    attachment.name()
                            + (attachment.attached() ? ", as " + attachment.file() : ": " + attachment.reason()));
        }
        return facts.lines;
    }

    private static List<Map<String, String>> noticeFacts(Parcel.Item item, Pack pack) {
        Facts facts = new Facts();
        facts.add("Request", pack.typeTitle(item.request().type()));
        facts.add("ID in Liquidlogic", item.request().sourceId());
        facts.add("Raised", Times.spoken(item.request().requestedAt(), pack.zone()));
        return facts.lines;
    }

    /** The address, or why there is none although the export gave one. */
    private static String address(Parcel.Item item, String field, String allowedOrEmpty) {
        boolean leftOut = allowedOrEmpty.isEmpty()
                && !item.request().details().text(field).isBlank();
        return leftOut ? "left out: outside the allowed domains" : allowedOrEmpty;
    }

    /** The time in this field as people read it, or as it stands when it cannot be read. */
    private static String spoken(Parcel.Item item, String field, Pack pack) {
        String text = item.request().details().text(field);
        String spoken = Times.spoken(Times.read(text, pack.zone()), pack.zone());
        return spoken.isEmpty() ? text : spoken;
    }

    private static String reason(Parcel.Item item, boolean clause) {
        return item.decision().reasons().stream()
                .findFirst()
                .map(reason -> clause ? reason.clause() : reason.text())
                .orElse("");
    }

    /** Labels with values; a missing value is shown as such, so that nobody wonders whether it was lost. */
    private static final class Facts {
        private final List<Map<String, String>> lines = new ArrayList<>();

        void add(String label, @org.jspecify.annotations.Nullable String value) {
            String text = Objects.requireNonNullElse(value, "");
            lines.add(Map.of("label", label, "value", text.isBlank() ? "not given" : text));
        }
    }
}
