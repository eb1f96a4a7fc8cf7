package org.stepbridge.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stepbridge.casework.Agendas;
import org.stepbridge.model.Authority;

/** Lists of meetings that tests put there. */
class FakeAgendas implements Agendas {
    final List<Item> items = new ArrayList<>();

    @Override
    public int write(int most) {
        return 0;
    }

    @Override
    public List<Item> coming(List<Authority> authorities, LocalDate from, int most) {
        return items.stream()
                .filter(item ->
                        authorities.contains(item.authority()) && !item.on().isBefore(from))
                .toList();
    }
}
