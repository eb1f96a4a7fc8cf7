package org.stepbridge.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepbridge.casework.CaughtMails;

/** A mail catcher that tests fill by hand. */
class FakeCaughtMails implements CaughtMails {
    final List<MailLine> lines = new ArrayList<>();
    final Map<String, String> sources = new LinkedHashMap<>();

    void add(MailLine line, String source) {
        lines.add(0, line);
        sources.put(line.id(), source);
    }

    void clear() {
        lines.clear();
        sources.clear();
    }

    @Override
    public List<MailLine> newest(int most) {
        return lines.stream().limit(most).toList();
    }

    @Override
    public Optional<String> source(String id) {
        return Optional.ofNullable(sources.get(id));
    }
}
