package org.stepbridge.dispatch;

import static org.stepbridge.dispatch.Fixtures.coWorking;
import static org.stepbridge.dispatch.Fixtures.item;
import static org.stepbridge.dispatch.Fixtures.stepUp;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.Properties;
import org.stepbridge.casework.Parcel;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Outcome;
import org.stepbridge.model.Request;

/**
 * Prints the CPU time of composing, and of sending to the SMTP server whose port is given, for the quantities of
 * 100,000 requests: 15,000 referrals, 22,000 notices and 14,000 hub messages. To be run by hand.
 */
final class ComposeCost {
    private ComposeCost() {}

    /**
     * Prints them.
     *
     * @param args the port of an SMTP server on this machine, or nothing
     */
    public static void main(String[] args) throws Exception {
        Composer composer = new Composer(
                Fixtures.packs(Fixtures.pack()), Fixtures.noDocuments(), authority -> false, Clock.systemUTC());
        Request stepUp = stepUp("concerns", "Hungry at school on three days, says Zoë's teacher. ".repeat(20));
        Parcel referral = Fixtures.referral(stepUp, false);
        Parcel notice = Fixtures.mail(
                Channel.NOTICE_EMAIL, "returned", item(coWorking(), new Outcome.Returned()), "a@borough.example");
        Parcel hub = Fixtures.parcel(Channel.HUB, item(coWorking(), new Outcome.ForHub()));
        for (int round = 0; round < 3; round++) {
            measure("15,000 referrals composed", 15_000, () -> composer.compose(referral));
            measure("22,000 notices composed", 22_000, () -> composer.compose(notice));
            measure("14,000 hub messages composed", 14_000, () -> composer.compose(hub));
            if (args.length > 0) {
                Properties properties = new Properties();
                properties.put("mail.smtp.host", "127.0.0.1");
                properties.put("mail.smtp.port", args[0]);
                properties.put("mail.smtp.timeout", "60000");
                properties.put("mail.smtp.writetimeout", round == 2 ? "0" : "60000");
                if (round == 2) {
                    properties.remove("mail.smtp.writetimeout");
                }
                SmtpConnections connections = new SmtpConnections(Session.getInstance(properties), Clock.systemUTC());
                measure("15,000 referrals composed and sent", 15_000, () -> send(connections, composer, referral));
                measure("22,000 notices composed and sent", 22_000, () -> send(connections, composer, notice));
                connections.close();
            }
        }
    }

    private static void send(SmtpConnections connections, Composer composer, Parcel parcel) {
        try {
            MimeMessage message = (MimeMessage) composer.compose(parcel);
            connections.sendMessage(message, message.getAllRecipients());
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void measure(String what, int times, Runnable work) {
        long cpu = cpu();
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            work.run();
        }
        System.out.printf("%-40s %6.2f CPU s %6.2f s%n", what, (cpu() - cpu) / 1e9, (System.nanoTime() - start) / 1e9);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
