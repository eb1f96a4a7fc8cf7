package org.stepbridge.routing;

import java.lang.management.ManagementFactory;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.stepbridge.casework.Parcel;
import org.stepbridge.dispatch.Fixtures;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Outcome;

/**
 * Prints the CPU time of the delivery routes for the quantities of 100,000 requests, the broker in the same process
 * included and the outbox left out. To be run by hand with the port of an SMTP server on this machine.
 */
final class RouteCost {
    private RouteCost() {}

    /**
     * Prints it.
     *
     * @param args the port of an SMTP server
     */
    public static void main(String[] args) {
        System.setProperty("stepbridge.test.smtp.port", args[0]);
        ConfigurableApplicationContext context = SpringApplication.run(
                RoutesApp.class,
                "--stepbridge.home=" + RoutesApp.HOME,
                "--spring.main.web-application-type=none",
                "--logging.level.root=ERROR");
        FakeOutbox outbox = context.getBean(FakeOutbox.class);
        for (int round = 0; round < 3; round++) {
            measure(
                    outbox,
                    "14,000 hub messages",
                    14_000,
                    () -> Fixtures.parcel(Channel.HUB, Fixtures.item(Fixtures.coWorking(), new Outcome.ForHub())));
            measure(outbox, "15,000 referrals", 15_000, () -> Fixtures.referral(Fixtures.stepUp(), false));
            measure(
                    outbox,
                    "22,000 notices",
                    22_000,
                    () -> Fixtures.mail(
                            Channel.NOTICE_EMAIL,
                            "returned",
                            Fixtures.item(Fixtures.coWorking(), new Outcome.Returned()),
                            "jo.bright@borough.example"));
        }
        System.exit(SpringApplication.exit(context));
    }

    private static void measure(FakeOutbox outbox, String what, int times, Supplier<Parcel> one) {
        Parcel[] parcels = Stream.generate(one)
                .limit(times)
                .map(parcel -> new Parcel(
                        UUID.randomUUID(),
                        1,
                        parcel.channel(),
                        parcel.authority(),
                        "",
                        parcel.template(),
                        parcel.recipients(),
                        false,
                        1,
                        false,
                        parcel.items()))
                .toArray(Parcel[]::new);
        outbox.clear();
        outbox.counted.set(0);
        long cpu = cpu();
        long start = System.nanoTime();
        outbox.put(parcels);
        Awaitility.await()
                .forever()
                .until(() -> outbox.counted.get() + outbox.failed.size() + outbox.unknown.size() >= times);
        System.out.printf(
                "%-22s %6.2f CPU s %6.2f s, %d failed%n",
                what,
                (cpu() - cpu) / 1e9,
                (System.nanoTime() - start) / 1e9,
                outbox.failed.size() + outbox.unknown.size());
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
