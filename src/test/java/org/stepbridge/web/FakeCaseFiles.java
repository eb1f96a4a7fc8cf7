package org.stepbridge.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.stepbridge.casework.CaseFile;
import org.stepbridge.casework.CaseFiles;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Reference;

/** Files that tests put there, and who looked at them. */
class FakeCaseFiles implements CaseFiles {
    private final Map<Reference, CaseFile> files = new HashMap<>();
    final List<String> viewed = new ArrayList<>();

    void clear() {
        files.clear();
        viewed.clear();
    }

    void add(CaseFile file) {
        files.put(file.standing().reference(), file);
    }

    CaseFile get(Reference reference) {
        return Objects.requireNonNull(files.get(reference));
    }

    @Override
    public Optional<CaseFile> open(Reference reference, List<Authority> authorities, String actor) {
        Optional<CaseFile> found = Optional.ofNullable(files.get(reference))
                .filter(file -> authorities.contains(file.request().authority()));
        found.ifPresent(file -> viewed.add(actor + " " + reference));
        return found;
    }
}
