package org.stepbridge.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Overview.FileLine;
import org.stepbridge.casework.RejectReadings;
import org.stepbridge.casework.RejectReports;
import org.stepbridge.model.Authority;

/** The rejected rows of the files that tests put into the ledger. */
class FakeRejects implements RejectReadings, RejectReports {
    final List<String> read = new ArrayList<>();

    @Nullable
    Path report;

    private final FakeOverview ledger;

    FakeRejects(FakeOverview ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<FileLine> open(long id, List<Authority> authorities, String actor) {
        Optional<FileLine> found = ledger.files.stream()
                .filter(file -> file.id() == id && file.rejected() > 0 && authorities.contains(file.authority()))
                .findFirst();
        found.ifPresent(file -> read.add(actor + " " + id));
        return found;
    }

    @Override
    public Optional<Path> of(FileLine file) {
        return Optional.ofNullable(report);
    }
}
