package org.stepbridge.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands on loopback between the program and a server: cuts and refuses connections, delays what is said on them, and
 * kills the program at a moment that is named by what it says.
 */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Order> order = new AtomicReference<>();
    private final AtomicReference<@Nullable Slowness> slow = new AtomicReference<>();
    private final AtomicInteger delayed = new AtomicInteger();
    private final int server;
    private volatile boolean refusing;

    /** @param server the server's port on loopback */
    CuttingProxy(int server) throws IOException {
        this.server = server;
        threads.execute(this::serve);
    }

    /** @param left how often it is let pass before */
    private record Order(KillPoint point, int left, Process process) {}

    /** @param most how many milliseconds a piece is delayed at most */
    private record Slowness(int most, Random random, CountDownLatch over) {}

    int port() {
        return door.getLocalPort();
    }

    /** Kills this process when it comes to this point for the {@code time}th time. */
    void killAt(KillPoint point, int time, Process process) {
        order.set(new Order(point, time - 1, process));
    }

    /** Takes that order back. */
    void spare() {
        order.set(null);
    }

    /** Ends every connection as a broken line does, and takes no new one until {@link #mend}. */
    void cut() {
        refusing = true;
        open.forEach(CuttingProxy::close);
    }

    /**
     * Lets whatever is said from now on, in either direction, through in two parts, the second of them up to so many
     * milliseconds later, until {@link #mend}.
     */
    void delay(int most, Random random) {
        slow.set(new Slowness(most, random, new CountDownLatch(1)));
    }

    /** How many pieces have been delayed so far. */
    int delayed() {
        return delayed.get();
    }

    void mend() {
        refusing = false;
        Slowness was = slow.getAndSet(null);
        if (was != null) {
            was.over().countDown();
        }
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (refusing) {
                    close(client);
                    continue;
                }
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                client.setTcpNoDelay(true);
                behind.setTcpNoDelay(true);
                open.add(client);
                open.add(behind);
                threads.execute(() -> pass(client, behind, true));
                threads.execute(() -> pass(behind, client, false));
            } catch (IOException closedOrNoServer) {
                // the program finds no connection, as it would without the server
            }
        }
    }

    private void pass(Socket from, Socket to, boolean asking) {
        byte[] bytes = new byte[1 << 16];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                Order now = order.get();
                if (asking && now != null && now.point().isIn(bytes, length) && due(now)) {
                    if (now.point().heard) {
                        close(from); // it must not hear the answer; the server gets time to work on what it hears
                        out.write(bytes, 0, length);
                        out.flush();
                    }
                    now.process().destroyForcibly();
                    return;
                }
                say(out, bytes, length);
            }
        } catch (IOException cut) {
            // both ends learn of it below
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            if (asking) {
                endOutput(to);
            } else {
                close(from);
                close(to);
                open.remove(from);
                open.remove(to);
            }
        }
    }

    private void say(OutputStream out, byte[] bytes, int length) throws IOException, InterruptedException {
        Slowness now = slow.get();
        int soon = now == null ? length : now.random().nextInt(length);
        out.write(bytes, 0, soon);
        out.flush();
        if (now != null) {
            delayed.incrementAndGet();
            now.over().await(now.random().nextInt(now.most()), TimeUnit.MILLISECONDS);
            out.write(bytes, soon, length - soon);
            out.flush();
        }
    }

    private boolean due(Order now) {
        Order next = now.left() == 0 ? null : new Order(now.point(), now.left() - 1, now.process());
        return order.compareAndSet(now, next) && next == null;
    }

    /** The server hears what was said last and then the end, as the kernel sees to it after a kill. */
    private static void endOutput(Socket socket) {
        try {
            socket.shutdownOutput();
        } catch (IOException alreadyClosed) {
            // as wanted
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // as wanted
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(CuttingProxy::close);
        threads.shutdownNow();
    }
}
