package org.stepbridge.routing;

import java.time.Clock;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsConstants;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Parcel;

/** Opens a parcel on its way out: the headers that steer it are set here and nowhere else. */
@Component("parcels")
final class Parcels {
    private final Clock clock;
    private final OutFiles outFiles;

    Parcels(Clock clock, OutFiles outFiles) {
        this.clock = clock;
        this.outFiles = outFiles;
    }

    /** Keeps the parcel at hand and strips every header, so that nothing that came in can steer what goes out. */
    public Parcel open(@Body Parcel parcel, Exchange exchange) {
        OutboxDesk.hold(exchange, parcel, clock.instant());
        exchange.getMessage().removeHeaders("*");
        switch (parcel.channel()) {
            case HUB ->
                exchange.getMessage()
                        .getHeaders()
                        .putAll(Map.of(
                                JmsConstants.JMS_DESTINATION_NAME,
                                "hub." + parcel.authority() + ".evidence-based",
                                "JMSCorrelationID",
                                parcel.item().reference().value(),
                                "_AMQ_DUPL_ID",
                                parcel.id().toString(),
                                "contentType",
                                "application/json",
                                "JMS_AMQP_ContentType",
                                "application/json"));
            case MASH_EMAIL, NOTICE_EMAIL -> {
                // a composed message carries its own
            }
            default -> {
                if (parcel.attempt() > 1) {
                    outFiles.removeRests(parcel);
                }
                exchange.getMessage()
                        .setHeader(
                                Exchange.FILE_NAME,
                                parcel.authority() + "/" + parcel.channel().label() + "/" + parcel.name());
            }
        }
        return parcel;
    }
}
