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
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

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

    /** How the server encrypts what is said on a connection. */
    public enum Encryption {
        /** It does not offer to. */
        NONE,
        /** It offers to, and its certificate is sound. */
        SOUND,
        /** It offers to, and says that it cannot when it is to begin. */
        REFUSED,
        /** It offers to, and hangs up when it is to begin. */
        BROKEN,
        /** It offers to, with a certificate that nobody vouches for. */
        UNTRUSTED
    }

    public final List<String> commands = new CopyOnWriteArrayList<>();
    public final List<String> taken = new CopyOnWriteArrayList<>();
    /** When each of those was taken, by {@link System#nanoTime}. */
    public final List<Long> takenAt = new CopyOnWriteArrayList<>();

    /** Those commands that everybody on the way could read. */
    public final List<String> inPlain = new CopyOnWriteArrayList<>();

    public final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket server;
    private final Thread door;
    private final boolean offersStatusReports;
    private volatile Supplier<Act> acts = () -> Act.TAKE;
    private volatile Encryption encryption = Encryption.NONE;
    private volatile @Nullable SSLContext certificate;

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

    /**
     * Encrypts so from now on.
     *
     * @param shown the certificate, where it comes to that
     */
    public void encrypt(Encryption how, @Nullable SSLContext shown) {
        certificate = shown;
        encryption = how;
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
                daemon(() -> greet(socket));
            }
        } catch (SocketException closed) {
            // The test is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void greet(Socket socket) {
        try (socket) {
            say(socket, "220 ready");
            serve(socket);
        } catch (IOException gone) {
            // The client hung up; that is its affair.
        }
    }

    private void serve(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        int messages = 0;
        Act act = Act.TAKE;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            if (!(socket instanceof SSLSocket)) {
                inPlain.add(line);
            }
            String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" -> say(socket, offers(socket));
                case "STARTTLS" -> {
                    encrypt(socket);
                    return;
                }
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
    }

    private String offers(Socket socket) {
        StringBuilder offers = new StringBuilder("250-here\r\n");
        if (offersStatusReports) {
            offers.append("250-DSN\r\n");
        }
        if (encryption != Encryption.NONE && !(socket instanceof SSLSocket)) {
            offers.append("250-STARTTLS\r\n");
        }
        return offers.append("250 HELP").toString();
    }

    private void encrypt(Socket socket) throws IOException {
        SSLContext shown = certificate;
        if (encryption == Encryption.REFUSED || encryption == Encryption.NONE) {
            say(socket, "454 not now");
            return;
        }
        say(socket, "220 go on");
        if (encryption == Encryption.BROKEN || shown == null) {
            socket.getInputStream().read();
            return;
        }
        try (SSLSocket encrypted =
                (SSLSocket) shown.getSocketFactory().createSocket(socket, null, socket.getPort(), true)) {
            encrypted.setUseClientMode(false);
            serve(encrypted);
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
