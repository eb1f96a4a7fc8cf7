package org.stepbridge.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that accepts everything on loopback and writes it to a file for each connection. */
public final class SmtpSink implements AutoCloseable {
    private final ServerSocket server;
    private final Path folder;
    private final AtomicInteger connections = new AtomicInteger();

    public SmtpSink(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread listener = new Thread(this::listen, "smtp-sink");
        listener.setDaemon(true);
        listener.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread talk = new Thread(() -> talk(socket), "smtp-sink connection");
                talk.setDaemon(true);
                talk.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        Path file = folder.resolve("connection-" + connections.incrementAndGet());
        try (socket;
                OutputStream kept = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            say(out, "220 sink");
            String command = line(in);
            while (!command.isEmpty() && answer(command.strip().toUpperCase(Locale.ROOT), in, out, kept)) {
                command = line(in);
            }
        } catch (IOException gone) {
            // The client broke off; what it was told is kept is in the file.
        }
    }

    private static boolean answer(String command, InputStream in, OutputStream out, OutputStream kept)
            throws IOException {
        if (command.startsWith("EHLO")) {
            say(out, "250-sink\r\n250-PIPELINING\r\n250 8BITMIME");
        } else if (command.equals("DATA")) {
            say(out, "354 go on");
            keep(in, kept);
            say(out, "250 kept");
        } else if (command.equals("QUIT")) {
            say(out, "221 bye");
            return false;
        } else {
            say(out, "250 fine");
        }
        return true;
    }

    private static void keep(InputStream in, OutputStream kept) throws IOException {
        kept.write((MailDump.FIRST_LINE + "loopback\r\n").getBytes(StandardCharsets.ISO_8859_1));
        for (String line = line(in); !line.equals(".\r\n"); line = line(in)) {
            if (line.isEmpty()) {
                throw new IOException("The connection ended inside a mail");
            }
            kept.write((line.startsWith(".") ? line.substring(1) : line).getBytes(StandardCharsets.ISO_8859_1));
        }
        kept.flush();
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** With its line end; empty at the end of the connection. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
