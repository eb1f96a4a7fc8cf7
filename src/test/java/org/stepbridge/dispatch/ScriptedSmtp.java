package org.stepbridge.dispatch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A mail server that misbehaves at the moment it is told to. */
public final class ScriptedSmtp implements AutoCloseable {
    /** What the server does with each message. */
    public enum Act {
        TAKE,
        REFUSE_SENDER,
        REFUSE_RECIPIENT,
        GREYLIST,
        REFUSE_AFTER_DATA,
        DROP_BEFORE_DATA,
        DROP_DURING_DATA,
        DROP_AFTER_DOT,
        HANG_AFTER_DOT,
        /** Takes one message a connection and hangs up without a word when the next begins. */
        DROP_AT_SECOND,
        /** Takes one message a connection and says so when the next begins. */
        CLOSE_AT_SECOND
    }

    public final List<String> commands = new CopyOnWriteArrayList<>();
    public final List<String> taken = new CopyOnWriteArrayList<>();
    /** When each of those was taken, by {@link System#nanoTime}. */
    public final List<Long> takenAt = new CopyOnWriteArrayList<>();

    public final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket server;
    private final Thread door;
    private final boolean offersStatusReports;
    private volatile Supplier<Act> acts = () -> Act.TAKE;

    public ScriptedSmtp(boolean offersStatusReports) throws IOException {
        this.offersStatusReports = offersStatusReports;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.door = daemon(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    public void now(Act next) {
        acts = () -> next;
    }

    /** Does with each message what this says at its beginning. */
    public void each(Supplier<Act> next) {
        acts = next;
    }

    /** Takes no connection any more: one that comes at this very moment may else still be let in. */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            door.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                daemon(() -> serve(socket));
            }
        } catch (SocketException closed) {
            // The test is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            say(socket, "220 ready");
            int messages = 0;
            Act act = Act.TAKE;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "EHLO" -> say(socket, offersStatusReports ? "250-here\r\n250 DSN" : "250 here");
                    case "MAIL" -> {
                        act = acts.get();
                        if (act == Act.DROP_AT_SECOND && messages > 0) {
                            return;
                        }
                        if (act == Act.CLOSE_AT_SECOND && messages > 0) {
                            say(socket, "421 enough for one connection");
                            return;
                        }
                        say(socket, act == Act.REFUSE_SENDER ? "550 not you" : "250 ok");
                    }
                    case "RCPT" ->
                        say(
                                socket,
                                switch (act) {
                                    case REFUSE_RECIPIENT -> "550 5.1.1 <nobody@borough.example> unknown";
                                    case GREYLIST -> "450 4.2.0 come back later";
                                    default -> "250 ok";
                                });
                    case "DATA" -> {
                        if (act == Act.DROP_BEFORE_DATA) {
                            return;
                        }
                        say(socket, "354 go on");
                        if (act == Act.DROP_DURING_DATA) {
                            in.readLine();
                            socket.setSoLinger(true, 0);
                            return;
                        }
                        String message = data(in);
                        switch (act) {
                            case DROP_AFTER_DOT -> {
                                take(message);
                                return;
                            }
                            case HANG_AFTER_DOT -> {
                                take(message);
                                in.readLine();
                                return;
                            }
                            case REFUSE_AFTER_DATA -> say(socket, "554 5.6.0 not wanted");
                            default -> {
                                take(message);
                                messages++;
                                say(socket, "250 taken");
                            }
                        }
                    }
                    case "QUIT" -> {
                        say(socket, "221 bye");
                        return;
                    }
                    default -> say(socket, "250 ok");
                }
            }
        } catch (IOException gone) {
            // The client hung up; that is its affair.
        }
    }

    private void take(String message) {
        takenAt.add(System.nanoTime());
        taken.add(message);
    }

    private static String data(BufferedReader in) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line).append('\n');
        }
        return message.toString();
    }

    private static void say(Socket socket, String answer) throws IOException {
        socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
