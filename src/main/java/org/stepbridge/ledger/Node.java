package org.stepbridge.ledger;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** This process, as its claims name it: host, process id and start, so that another can tell when it is dead for certain. */
@Component
class Node {
    private static final ProcessHandle SELF = ProcessHandle.current();
    private final String host = host();
    private final String name = host + " " + SELF.pid() + " " + started(SELF);

    /** The name in claims. */
    String name() {
        return name;
    }

    /** Whether the process that made this claim ran on this host and is gone for certain. */
    boolean isDead(String claimant) {
        String[] parts = claimant.split(" ", 3);
        if (parts.length != 3 || !parts[0].equals(host)) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(parts[1]));
        return process.isEmpty()
                || !process.get().isAlive()
                || !started(process.get()).equals(parts[2]);
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName().replace(' ', '-');
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
