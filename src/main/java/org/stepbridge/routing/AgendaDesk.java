package org.stepbridge.routing;

import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Agendas;

/** Where the agendas route has the agendas of meetings written. */
@Component("agendaDesk")
final class AgendaDesk {
    private static final int AT_ONCE = 50;

    private final Agendas agendas;

    AgendaDesk(Agendas agendas) {
        this.agendas = agendas;
    }

    /** Writes some; the route comes back at once while there was something. */
    public void write(Exchange exchange) {
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, agendas.write(AT_ONCE) > 0);
    }
}
