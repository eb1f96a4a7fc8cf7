package org.stepbridge.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stepbridge.casework.AuditChain;
import org.stepbridge.casework.AuditTrail;
import org.stepbridge.casework.WhatIf;
import org.stepbridge.model.Authority;

/** Entries that tests put there, and who looked for what. */
class FakeAuditTrail implements AuditTrail, AuditChain {
    final List<Line> lines = new ArrayList<>();
    final List<Wanted> wanted = new ArrayList<>();
    final List<String> looked = new ArrayList<>();
    Verification verification = new Verification(0, 0, "");

    void clear() {
        lines.clear();
        wanted.clear();
        looked.clear();
        verification = new Verification(0, 0, "");
    }

    @Override
    public List<Line> find(Wanted search, String actor, long before, int most) {
        wanted.add(search);
        looked.add(actor + " searched");
        return lines.stream().filter(line -> line.id() < before).limit(most).toList();
    }

    @Override
    public List<Line> export(Wanted search, String actor, int most) {
        wanted.add(search);
        looked.add(actor + " exported");
        return lines.stream().limit(most).toList();
    }

    @Override
    public void tried(String actor, Authority authority, WhatIf found, LocalDate since) {
        looked.add(actor + " tried " + authority + " since " + since + ": " + found.differing() + " of "
                + found.replayed());
    }

    @Override
    public void verified(String actor, Verification found) {
        looked.add(actor + " verified " + found.whole());
    }

    @Override
    public int seal() {
        return 0;
    }

    @Override
    public Verification verify() {
        return verification;
    }
}
