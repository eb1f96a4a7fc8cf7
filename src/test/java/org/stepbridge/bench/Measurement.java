package org.stepbridge.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What one process took.
 *
 * @param exitCode its own, or {@link #TOO_LONG}
 * @param seconds from start to end
 * @param cpuSeconds user and system time of the process and of children it waited for
 * @param serverCpuSeconds of the servers it used, as far as they can be seen
 * @param peakMib the most memory it ever had resident
 */
record Measurement(int exitCode, double seconds, double cpuSeconds, double serverCpuSeconds, long peakMib) {
    static final int TOO_LONG = -1;

    private static final long LOOK_EVERY_MILLIS = 100;

    /**
     * Runs a command to its end. Only one may run at a time: a process learns the time of its children together.
     *
     * @param serverPorts where the servers listen that are there before and after
     * @param broughtAlong what stands in the command line of servers that the process itself starts and stops
     */
    static Measurement of(ProcessBuilder command, List<Integer> serverPorts, String broughtAlong, Duration limit)
            throws IOException, InterruptedException {
        Set<Long> servers = ProcFs.listeningOn(serverPorts);
        double serversBefore = ProcFs.cpuSeconds(servers);
        double childrenBefore = ProcFs.endedChildrenCpuSeconds();
        long start = System.nanoTime();
        Process process = command.start();
        long peak = 0;
        double brought = 0;
        boolean tooLong = false;
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, ProcFs.peakResidentKib(process.pid()));
            brought = Math.max(brought, ProcFs.cpuSeconds(ProcFs.mentioning(broughtAlong)));
            if (System.nanoTime() - start > limit.toNanos()) {
                tooLong = true;
                process.destroyForcibly().waitFor();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Measurement(
                tooLong ? TOO_LONG : process.exitValue(),
                seconds,
                ProcFs.endedChildrenCpuSeconds() - childrenBefore,
                ProcFs.cpuSeconds(servers) - serversBefore + brought,
                peak / 1024);
    }
}
